package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts hosts, each in a fresh folder. Not safe for threads. */
public final class Hosts {

    private final Builds builds;
    private final Path folder;
    private int started;

    /**
     * Makes a place for the hosts of a run.
     *
     * @param builds what they are started from
     * @param folder where all of them write
     */
    public Hosts(Builds builds, Path folder) {
        this.builds = builds;
        this.folder = folder.toAbsolutePath();
    }

    /** Starts the default base. */
    public Host berth(Jdk jdk) {
        return berth(jdk, Guard.DEFAULT);
    }

    /** Starts the default base with a bound for each biz. */
    public Host berth(Jdk jdk, Guard guard) {
        return BerthHost.start(builds, jdk, guard, next("berth"));
    }

    /** Starts the peer. */
    public Host peer(Jdk jdk) {
        return PeerHost.start(builds, jdk, next("peer"));
    }

    /**
     * Measures calls in a base that runs in JMH's own process.
     *
     * @param iterations how many iterations of 100 ms each benchmark gets
     */
    public CallsRun calls(Jdk jdk, int iterations) {
        return CallsRun.run(builds, jdk, next("calls"), iterations);
    }

    private Path next(String name) {
        started++;
        try {
            return Files.createDirectories(folder.resolve(started + "-" + name));
        } catch (IOException e) {
            throw new HostException("The folder of a host was not made", e);
        }
    }
}
