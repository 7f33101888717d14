package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CallsRun;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures calls between base and biz in one process, with JMH, in a base that runs in JMH's own JVM and with providers in
 * the loaders of their biz.
 */
public final class CallsScenario {

    private static final int[] PROVIDERS = {1, 10, 100};
    private static final List<String> ONCE = List.of("direct", "exported", "guarded", "stub");
    private static final List<String> ROUTED = List.of("rule", "invoker");
    private static final double EQUAL_NANOS = 1;
    private static final double GUARD_NANOS = 12;
    private static final double ALL_NANOS = 60;

    private final List<Jdk> jdks;
    private final int iterations;
    private final Consumer<String> progress;

    /**
     * Makes the scenario.
     *
     * @param jdks what it runs on, one after the other
     * @param iterations how many iterations of 100 ms each benchmark gets
     * @param progress is told how far it is
     */
    public CallsScenario(List<Jdk> jdks, int iterations, Consumer<String> progress) {
        this.jdks = List.copyOf(jdks);
        this.iterations = iterations;
        this.progress = progress;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        List<CallsRun> runs = new ArrayList<>();
        for (Jdk jdk : jdks) {
            progress.accept("JMH on JDK " + jdk.version().feature());
            runs.add(hosts.calls(jdk, iterations));
        }
        report.table("one call, ns, in the least disturbed iteration", table(runs));
        for (int i = 0; i < runs.size(); i++) {
            promise("JDK " + jdks.get(i).version().feature() + ": ", runs.get(i), report);
        }
    }

    private Table table(List<CallsRun> runs) {
        List<String> head = new ArrayList<>(List.of("call", "providers"));
        jdks.forEach(jdk -> head.add("JDK " + jdk.version().feature()));
        Table table = new Table(head);
        ONCE.forEach(name -> row(table, name, 1, runs));
        for (String name : ROUTED) {
            for (int providers : PROVIDERS) {
                row(table, name, providers, runs);
            }
        }
        return table;
    }

    private static void row(Table table, String name, int providers, List<CallsRun> runs) {
        List<String> row = new ArrayList<>(List.of(name, String.valueOf(providers)));
        runs.forEach(run -> row.add(String.format(Locale.ROOT, "%.1f", run.nanos(name, providers))));
        table.row(row);
    }

    private static void promise(String title, CallsRun run, Report report) {
        double direct = run.nanos("direct", 1);
        report.promise(Promise.below(
                title + "exported bean, over direct", run.nanos("exported", 1) - direct, EQUAL_NANOS, "ns"));
        report.promise(Promise.below(
                title + "in-flight guard, over direct", run.nanos("guarded", 1) - direct, GUARD_NANOS, "ns"));
        report.promise(Promise.below(
                title + "stub with all promises, over direct", run.nanos("stub", 1) - direct, ALL_NANOS, "ns"));
        report.promise(Promise.below(
                title + "stub by rule among 100, over direct", run.nanos("rule", 100) - direct, ALL_NANOS, "ns"));
    }
}
