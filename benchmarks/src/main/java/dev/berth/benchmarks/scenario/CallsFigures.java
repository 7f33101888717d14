package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CallsRun;
import dev.berth.benchmarks.measure.CallTime;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run over calls says: a table of all hosts, and the promises, which are about medians. */
final class CallsFigures {

    private static final List<Integer> ONE = List.of(1);
    private static final List<Integer> PROVIDERS = List.of(1, 10, 100);
    private static final double EQUAL_NANOS = 1;
    private static final double GUARD_NANOS = 12;
    private static final double ALL_NANOS = 60;
    private static final double INVOKER_NANOS = 200;

    private final List<Column> ours;
    private final Optional<Column> peer;

    /**
     * A host.
     *
     * @param title what the table calls it
     * @param run what was measured in it
     */
    record Column(String title, CallsRun run) {}

    /** A kind of call, as JMH names its benchmark, and whether the peer has it too. */
    private enum Call {
        DIRECT("direct", ONE, true),
        EXPORTED("exported", ONE, true),
        COUNTED("counted", ONE, false),
        GUARDED("guarded", ONE, false),
        STUB("stub", ONE, false),
        RULE("rule", PROVIDERS, false),
        INVOKER("invoker", PROVIDERS, false);

        private final String benchmark;
        private final List<Integer> providers;
        private final boolean ofPeer;

        Call(String benchmark, List<Integer> providers, boolean ofPeer) {
            this.benchmark = benchmark;
            this.providers = providers;
            this.ofPeer = ofPeer;
        }

        CallTime in(Column column, int providers) {
            return column.run().time(benchmark, providers);
        }
    }

    CallsFigures(List<Column> ours, Optional<Column> peer) {
        this.ours = List.copyOf(ours);
        this.peer = peer;
    }

    void addTo(Report report) {
        report.table("one call, ns: the least iteration / the one in the middle", table());
        peer.ifPresent(column -> report.note("exported, of the peer: by what @AutowiredFromBase gave the biz"));
        ours.forEach(column -> promises(column, report));
    }

    private Table table() {
        Table table = new Table(row("call", "providers", ours.stream().map(Column::title), peer.map(Column::title)));
        for (Call call : Call.values()) {
            for (int providers : call.providers) {
                table.row(row(
                        call.benchmark,
                        String.valueOf(providers),
                        ours.stream().map(column -> cell(call.in(column, providers))),
                        peer.map(column -> call.ofPeer ? cell(call.in(column, providers)) : "-")));
            }
        }
        return table;
    }

    private static List<String> row(String call, String providers, Stream<String> ours, Optional<String> peer) {
        return Stream.of(Stream.of(call, providers), ours, peer.stream())
                .flatMap(cells -> cells)
                .toList();
    }

    private static String cell(CallTime time) {
        return String.format(Locale.ROOT, "%.1f / %.1f", time.least(), time.median());
    }

    private static void promises(Column column, Report report) {
        String title = column.title() + ": ";
        report.promise(over(column, title + "exported bean", Call.EXPORTED, 1, EQUAL_NANOS));
        report.promise(over(column, title + "in-flight guard", Call.COUNTED, 1, GUARD_NANOS));
        report.promise(over(column, title + "stub with all promises", Call.STUB, 1, ALL_NANOS));
        report.promise(over(column, title + "stub by rule among 100", Call.RULE, 100, ALL_NANOS));
        report.promise(over(column, title + "invoker with parameters among 100", Call.INVOKER, 100, INVOKER_NANOS));
    }

    private static Promise over(Column column, String what, Call call, int providers, double limit) {
        double direct = Call.DIRECT.in(column, 1).median();
        return Promise.below(
                what + ", median over that of direct",
                call.in(column, providers).median() - direct,
                limit,
                "ns");
    }
}
