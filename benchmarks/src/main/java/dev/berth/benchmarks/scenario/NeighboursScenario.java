package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Guard;
import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import dev.berth.benchmarks.load.Noise;
import dev.berth.benchmarks.load.Quiet;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.report.Figures;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Measures the requests of a quiet biz while the callers of a biz beside it do harm: to the processors, to the garbage
 * collector, to the threads. Each case has a host of its own, since none of them recovers.
 */
public final class NeighboursScenario {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final long SETTLE_MILLIS = 2_000;

    private final Participants participants;
    private final List<Neighbour> neighbours;
    private final Duration time;
    private final int threads;
    private final double limitMillis;
    private final Consumer<String> progress;

    /**
     * Makes the scenario.
     *
     * @param participants who takes part
     * @param neighbours what the harmful biz does, one after the other
     * @param time how long each case is measured
     * @param threads how many threads the server of a host has; the harmful biz has a quarter more callers
     * @param limitMillis what the p99 of the quiet biz must stay below with a bulkhead
     * @param progress is told how far it is
     */
    public NeighboursScenario(
            Participants participants,
            List<Neighbour> neighbours,
            Duration time,
            int threads,
            double limitMillis,
            Consumer<String> progress) {
        this.participants = participants;
        this.neighbours = List.copyOf(neighbours);
        this.time = time;
        this.threads = threads;
        this.limitMillis = limitMillis;
        this.progress = progress;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        for (Jdk jdk : participants.berth()) {
            String title = "berth, JDK " + jdk.version().feature();
            Table table = table();
            Quiet alone = measure(() -> hosts.berth(jdk, settings(Guard.DEFAULT)), title, Neighbour.NOTHING, table, 0);
            for (Neighbour neighbour : neighbours) {
                guards(hosts, jdk, neighbour, alone.times().p99(), report, table);
            }
            report.table(title + ": the requests of a quiet biz, ms", table);
        }
        participants.peer().ifPresent(jdk -> {
            Table table = table();
            Quiet alone = measure(() -> hosts.peer(jdk, List.of(threads())), "peer", Neighbour.NOTHING, table, 0);
            neighbours.forEach(neighbour -> measure(
                    () -> hosts.peer(jdk, List.of(threads())),
                    "peer",
                    neighbour,
                    table,
                    alone.times().p99()));
            report.table("peer, JDK " + jdk.version().feature() + ": the same; it has no bulkhead", table);
        });
    }

    private void guards(Hosts hosts, Jdk jdk, Neighbour neighbour, double alone, Report report, Table table) {
        String title = "berth, JDK " + jdk.version().feature();
        for (Guard guard : Guard.values()) {
            Quiet quiet = measure(() -> hosts.berth(jdk, settings(guard)), guard.title(), neighbour, table, alone);
            String what = title + ", beside one that " + neighbour.title() + ", " + guard.title() + ": ";
            promise(neighbour, guard, quiet, what, report);
        }
    }

    /** A bulkhead bounds threads and what they do, but not what a biz keeps on the heap that all share. */
    private void promise(Neighbour neighbour, Guard guard, Quiet quiet, String what, Report report) {
        boolean bounded = guard == Guard.SMALL || guard == Guard.DEFAULT && neighbour == Neighbour.DEADLOCK;
        if (bounded && neighbour != Neighbour.HOARD) {
            report.promise(Promise.none(what + "failed", quiet.failed()));
            report.promise(Promise.below(what + "p99", quiet.times().p99(), limitMillis, "ms"));
        } else if (guard == Guard.NONE && neighbour == Neighbour.DEADLOCK) {
            // Else the case would show nothing
            report.promise(Promise.atLeast(what + "failed", quiet.failed(), 1));
        }
    }

    private Quiet measure(Supplier<Host> starting, String title, Neighbour neighbour, Table table, double alone) {
        progress.accept(title + ", beside one that " + neighbour.title());
        try (Host host = starting.get()) {
            host.install(1);
            host.installNoisy();
            Quiet.measure(host.port(), WARM_UP);
            int callers = neighbour == Neighbour.NOTHING ? 0 : threads + threads / 4;
            try (Noise noise = Noise.begin(host.port(), neighbour.path(), callers)) {
                settle();
                Quiet quiet = Quiet.measure(host.port(), time);
                table.row(List.of(
                        neighbour.title(),
                        title,
                        Figures.millis(quiet.times().median()),
                        Figures.millis(quiet.times().p99()),
                        Figures.millis(quiet.times().max()),
                        Figures.ratio(quiet.times().p99(), alone),
                        Figures.count(quiet.failed()) + " of "
                                + Figures.count(quiet.times().count()),
                        Figures.count(noise.refused())));
                host.kill();
                return quiet;
            }
        }
    }

    private List<String> settings(Guard guard) {
        List<String> settings = new ArrayList<>(guard.arguments());
        settings.add(threads());
        return settings;
    }

    private String threads() {
        return "--server.tomcat.threads.max=" + threads;
    }

    private static Table table() {
        return new Table(List.of(
                "its neighbour", "host", "median", "p99", "max", "p99 / alone", "failed", "neighbour's turned away"));
    }

    private static void settle() {
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
