package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CallsLength;
import dev.berth.benchmarks.host.CallsRun;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import dev.berth.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures calls between base and biz in one process, with JMH, in a base that runs in JMH's own JVM and with providers in
 * the loaders of their biz; the peer's likewise.
 */
public final class CallsScenario {

    private final Participants participants;
    private final CallsLength length;
    private final Consumer<String> progress;

    /**
     * Makes the scenario.
     *
     * @param participants what it runs on, one after the other
     * @param length how long each call is measured
     * @param progress is told how far it is
     */
    public CallsScenario(Participants participants, CallsLength length, Consumer<String> progress) {
        this.participants = participants;
        this.length = length;
        this.progress = progress;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        List<CallsFigures.Column> ours = new ArrayList<>();
        for (Jdk jdk : participants.berth()) {
            String title = "JDK " + jdk.version().feature();
            progress.accept("JMH on " + title);
            ours.add(new CallsFigures.Column(title, hosts.calls(jdk, length)));
        }
        Optional<CallsFigures.Column> peer = participants.peer().map(jdk -> {
            String title = "peer, JDK " + jdk.version().feature();
            progress.accept("JMH on " + title);
            CallsRun run = hosts.peerCalls(jdk, length);
            return new CallsFigures.Column(title, run);
        });
        new CallsFigures(ours, peer).addTo(report);
    }
}
