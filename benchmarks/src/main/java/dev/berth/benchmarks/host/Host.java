package dev.berth.benchmarks.host;

import java.util.Map;

/**
 * A running base, ours or the peer's, with the biz {@code load} in it. For one thread; closing ends its process.
 *
 * <p>Every operation returns when the host says that it is done, and throws {@link HostException} when the host says that it
 * failed; what is then left is the host's affair, which is part of what is measured.
 */
public interface Host extends AutoCloseable {

    /** Returns the name of its column in a report. */
    String title();

    /** Returns the port of its business traffic, on loopback. */
    int port();

    /** Installs the biz, of which there is none yet. */
    void install(int version);

    /** Installs the same jar as another biz, {@code noisy}. */
    void installNoisy();

    /**
     * Puts a version in the place of the one before it.
     *
     * @return the steps that the host names, with the milliseconds that each took; none where it names none
     */
    Map<String, Double> replace(int version);

    /**
     * Goes back to the version before.
     *
     * @param version the one to go back to
     */
    RolledBack rollBack(int version);

    /** Goes to a version that was active before, and waits until the host is ready to go back. */
    void switchTo(int version);

    /** Ends the process at once, whatever it is at. */
    void kill();

    /** Ends the process. */
    @Override
    void close();
}
