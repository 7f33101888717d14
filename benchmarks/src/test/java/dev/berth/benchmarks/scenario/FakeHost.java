package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.RolledBack;
import dev.berth.benchmarks.load.AnsweringServer;
import java.util.Map;

/** A host in this JVM that swaps at once, unless told to err. */
final class FakeHost implements Host {

    private final AnsweringServer server = new AnsweringServer(this::answering);
    private final Error error;
    private volatile int serving;
    private volatile int askedFor;

    /** What a host can do wrong. */
    enum Error {
        NONE,
        /** Serves nothing while it replaces. */
        GAP,
        /** Every other request is still served by the old version. */
        OLD_VERSION
    }

    FakeHost(Error error) {
        this.error = error;
    }

    private int answering() {
        askedFor++;
        return error == Error.OLD_VERSION && serving > 1 && askedFor % 2 == 0 ? serving - 1 : serving;
    }

    @Override
    public String title() {
        return "fake";
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void install(int version) {
        serving = version;
    }

    @Override
    public void kill() {
        close();
    }

    @Override
    public void installNoisy() {
        throw new UnsupportedOperationException("No scenario with this host has one");
    }

    @Override
    public Map<String, Double> replace(int version) {
        if (error == Error.GAP) {
            serving = 0;
            Pause.of(ReplaceTurnsTests.SHORT);
        }
        serving = version;
        return Map.of("swap", 0.5);
    }

    @Override
    public RolledBack rollBack(int version) {
        serving = version;
        return new RolledBack(1, Map.of());
    }

    @Override
    public void switchTo(int version) {
        serving = version;
    }

    @Override
    public void close() {
        server.close();
    }
}
