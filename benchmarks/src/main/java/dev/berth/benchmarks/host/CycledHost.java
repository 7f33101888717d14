package dev.berth.benchmarks.host;

/**
 * A running base that a biz is put into and taken out of again and again. For one thread; closing ends its process.
 *
 * <p>Every operation returns when the host says that it is done, and throws {@link HostException} when it was not.
 */
public interface CycledHost extends AutoCloseable {

    /** Returns what a report calls it. */
    String title();

    /** Installs a version of the biz, of which there is none. */
    void install(int version);

    /** Puts a version in the place of the one before it. */
    void replace(int version);

    /** Writes to the biz and reads from it over HTTP, and checks every answer. */
    void use();

    /** Uninstalls the biz. */
    void uninstall();

    /**
     * Waits until all that the host does after an operation has been answered is over.
     *
     * @param installed how many revisions it then has
     */
    void settle(int installed);

    /** Returns what the process takes now, as the JDK and the system tell it; collects garbage first. */
    Footprint footprint();

    /** Returns how many revisions a replace leaves installed. */
    int revisionsAfterReplace();

    @Override
    void close();
}
