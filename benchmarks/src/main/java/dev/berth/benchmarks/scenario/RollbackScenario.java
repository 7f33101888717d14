package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.RolledBack;
import dev.berth.benchmarks.load.Probe;
import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.measure.Timings;
import dev.berth.benchmarks.report.Figures;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Goes back to the version before, which is on standby, and, not timed, forth again, without load. A rollback is timed at
 * the admin port from request to answer; after each step a request must be served by the version that it went to. The
 * peer, which keeps no standby, uninstalls and installs.
 */
public final class RollbackScenario {

    private static final double LIMIT_MILLIS = 10;

    /** Left out of the figures: the first calls are those of a cold JVM. */
    private static final int WARM_UPS = 20;

    /** A rollback comes to a base at rest: half a second after an operation its record goes to the disk. */
    private static final Duration REST = Duration.ofMillis(700);

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
            List<Measured> ours = started.ours().stream()
                    .map(host -> measure(host, count, hosts))
                    .toList();
            Optional<Measured> peer = started.peer().map(host -> measure(host, peerCount, hosts));
            report.table("rollback to the version before, ms at the admin port", table(ours, peer));
            report.note("the first " + WARM_UPS
                    + " of each are left out, but for 'the first of all'; each goes to a version on"
                    + " standby, over one connection that is kept");
            report.note(
                    "p99 is told and not promised: a rollback waits for one forced write, and on a disk and on cores that"
                            + " others use the longest of a hundred tells of them; those writes alone stand beside it");
            for (Measured host : ours) {
                Distribution times = host.times();
                report.note(host.title() + ", steps of a rollback, median ms: "
                        + host.steps().medians());
                String title = host.title() + ": rollback, ";
                report.promise(Promise.below(title + "median", times.median(), LIMIT_MILLIS, "ms"));
                report.promise(Promise.below(title + "p90", times.p90(), LIMIT_MILLIS, "ms"));
                report.promise(Promise.none(title + "served by another version", host.wrong()));
            }
        }
    }

    private record Measured(
            String title, Distribution times, Distribution first, Distribution disk, long wrong, Steps steps) {}

    private static Measured measure(Host host, int rounds, Hosts hosts) {
        host.install(OLD);
        host.replace(NEW);
        Timings times = new Timings();
        Timings first = new Timings();
        Timings disk = new Timings();
        Steps steps = new Steps();
        long wrong = 0;
        int warmUps = Math.min(WARM_UPS, rounds);
        for (int round = 1; round <= warmUps + rounds; round++) {
            RolledBack done = host.rollBack(OLD);
            wrong += Probe.version(host.port()) == OLD ? 0 : 1;
            host.switchTo(NEW);
            wrong += Probe.version(host.port()) == NEW ? 0 : 1;
            disk.record(hosts.forcedWrite());
            Pause.of(REST);
            if (round > warmUps) {
                times.record(done.nanos());
                steps.add(done.steps());
            } else if (round == 1) {
                first.record(done.nanos());
            }
        }
        return new Measured(
                host.title(), times.distribution(), first.distribution(), disk.distribution(), wrong, steps);
    }

    private static Table table(List<Measured> ours, Optional<Measured> peer) {
        Table table = new Table(row(
                "",
                Stream.concat(ours.stream(), peer.stream()).map(Measured::title).toList(),
                peer.isPresent() ? "ratio" : ""));
        addTo(table, "the first of all", ours, peer, host -> host.first().max());
        addTo(table, "min", ours, peer, host -> host.times().min());
        addTo(table, "median", ours, peer, host -> host.times().median());
        addTo(table, "p90", ours, peer, host -> host.times().p90());
        addTo(table, "p99", ours, peer, host -> host.times().p99());
        addTo(table, "max", ours, peer, host -> host.times().max());
        addTo(table, "a forced write, median", ours, peer, host -> host.disk().median());
        addTo(table, "a forced write, p99", ours, peer, host -> host.disk().p99());
        List<String> counts = Stream.concat(ours.stream(), peer.stream())
                .map(host -> Figures.count(host.times().count()))
                .toList();
        return table.row(row("rollbacks", counts, ""));
    }

    private static void addTo(
            Table table, String name, List<Measured> ours, Optional<Measured> peer, ToDoubleFunction<Measured> figure) {
        List<String> cells = Stream.concat(ours.stream(), peer.stream())
                .map(host -> Figures.millis(figure.applyAsDouble(host)))
                .toList();
        String ratio = peer.map(
                        theirs -> Figures.ratio(figure.applyAsDouble(ours.get(0)), figure.applyAsDouble(theirs)))
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
