package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts hosts, each in a fresh folder. Not safe for threads. */
public final class Hosts {

    private final Builds builds;
    private final Path folder;
    private final ForcedWrite forcedWrite;
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
        this.forcedWrite = new ForcedWrite(this.folder);
    }

    /** Starts the default base. */
    public Host berth(Jdk jdk) {
        return berth(jdk, List.of());
    }

    /** Starts the default base with settings. */
    public Host berth(Jdk jdk, List<String> settings) {
        return BerthHost.start(builds, jdk, settings, next("berth"));
    }

    /** Starts the peer. */
    public Host peer(Jdk jdk) {
        return peer(jdk, List.of());
    }

    /** Starts the peer with settings. */
    public Host peer(Jdk jdk, List<String> settings) {
        return PeerHost.start(builds, jdk, List.of(), settings, next("peer"));
    }

    /** Starts the default base for the sample {@code catalog}. */
    public CycledHost berthCycled(Jdk jdk, SoftReferences references) {
        return BerthCycled.start(builds, jdk, references, next("berth"));
    }

    /** Starts the peer, whose biz has no database: that of Berth is made for a newer Spring Boot. */
    public CycledHost peerCycled(Jdk jdk, SoftReferences references) {
        return new PeerCycled(PeerHost.start(builds, jdk, references.options(), List.of(), next("peer")));
    }

    /** Returns the nanoseconds that the disk of the hosts takes now to replace a small file for good; after a start. */
    public long forcedWrite() {
        return forcedWrite.once();
    }

    /** Measures calls in a base that runs in JMH's own process. */
    public CallsRun calls(Jdk jdk, CallsLength length) {
        return new Jmh(builds.calls(), List.of()).run(jdk, next("calls"), length);
    }

    /** Measures calls in a base of the peer that runs in JMH's own process. */
    public CallsRun peerCalls(Jdk jdk, CallsLength length) {
        List<String> options = new ArrayList<>(PeerPorts.free().options());
        options.add("-Dpeer.importer=" + builds.peerImporter());
        // Threads of its admin port stay when its base is closed, and JMH would wait for them
        options.add("-Djmh.shutdownTimeout=1");
        return new Jmh(builds.peerCalls(), options).run(jdk, next("peer-calls"), length);
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
