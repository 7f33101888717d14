package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.load.Probe;
import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.measure.Timings;
import dev.berth.benchmarks.report.Figures;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Goes back to the version before and, not timed, forth again, without load. A rollback is timed at the admin port from
 * request to answer; after each step a request must be served by the version that it went to. The peer, which keeps no standby, uninstalls and installs.
 */
public final class RollbackScenario {

    private static final double LIMIT_MILLIS = 10;

    /** Not timed: the first calls are those of a cold JVM. */
    private static final int WARM_UPS = 20;

    private static final int OLD = 1;
    private static final int NEW = 2;

    private final Participants participants;
    private final int count;
    private final int peerCount;

    /** Makes the scenario with so many rollbacks of each of our hosts, and of the peer. */
    public RollbackScenario(Participants participants, int count, int peerCount) {
        this.participants = participants;
        this.count = count;
        this.peerCount = peerCount;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        try (Participants.Started started = participants.start(hosts)) {
            List<Measured> ours =
                    started.ours().stream().map(host -> measure(host, count)).toList();
            Optional<Measured> peer = started.peer().map(host -> measure(host, peerCount));
            report.table("rollback to the version before, ms at the admin port", table(ours, peer));
            for (Measured host : ours) {
                Distribution times = host.times();
                report.note(host.title() + ", steps of a rollback, median ms: "
                        + host.steps().medians());
                String title = host.title() + ": rollback, ";
                report.promise(Promise.below(title + "median", times.median(), LIMIT_MILLIS, "ms"));
                report.promise(Promise.below(title + "p99", times.p99(), LIMIT_MILLIS, "ms"));
                report.promise(Promise.none(title + "served by another version", host.wrong()));
            }
        }
    }

    private record Measured(String title, Distribution times, long wrong, Steps steps) {}

    private static Measured measure(Host host, int rounds) {
        host.install(OLD);
        host.replace(NEW);
        Timings times = new Timings();
        Steps steps = new Steps();
        long wrong = 0;
        int warmUps = Math.min(WARM_UPS, rounds);
        for (int round = 1; round <= warmUps + rounds; round++) {
            long began = System.nanoTime();
            Map<String, Double> named = host.rollBack(OLD);
            long ended = System.nanoTime();
            wrong += Probe.version(host.port()) == OLD ? 0 : 1;
            host.switchTo(NEW);
            wrong += Probe.version(host.port()) == NEW ? 0 : 1;
            if (round > warmUps) {
                times.record(ended - began);
                steps.add(named);
            }
        }
        return new Measured(host.title(), times.distribution(), wrong, steps);
    }

    private static Table table(List<Measured> ours, Optional<Measured> peer) {
        Table table = new Table(row(
                "",
                Stream.concat(ours.stream(), peer.stream()).map(Measured::title).toList(),
                peer.isPresent() ? "ratio" : ""));
        addTo(table, "min", ours, peer, Distribution::min);
        addTo(table, "median", ours, peer, Distribution::median);
        addTo(table, "p99", ours, peer, Distribution::p99);
        addTo(table, "max", ours, peer, Distribution::max);
        List<String> counts = Stream.concat(ours.stream(), peer.stream())
                .map(host -> Figures.count(host.times().count()))
                .toList();
        return table.row(row("rollbacks", counts, ""));
    }

    private static void addTo(
            Table table,
            String name,
            List<Measured> ours,
            Optional<Measured> peer,
            ToDoubleFunction<Distribution> figure) {
        List<String> cells = Stream.concat(ours.stream(), peer.stream())
                .map(host -> Figures.millis(figure.applyAsDouble(host.times())))
                .toList();
        String ratio = peer.map(theirs ->
                        Figures.ratio(figure.applyAsDouble(ours.get(0).times()), figure.applyAsDouble(theirs.times())))
                .orElse("");
        table.row(row(name, cells, ratio));
    }

    private static List<String> row(String name, List<String> cells, String last) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        row.add(last);
        return row;
    }
}
