package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.load.Outcome;
import dev.berth.benchmarks.load.Traffic;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.report.Figures;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a replace run says: a table of all hosts, one of all kinds of requests, and the promises. */
final class ReplaceFigures {

    /** From so many replaces on, a run must have sent more than a hundred requests for each. */
    private static final int LONG_RUN = 1_000;

    private static final int REQUESTS_A_REPLACE = 100;

    /** In fewer replaces it may be by chance that no slow request is under way through most of them. */
    private static final int SLOW_RUN = 50;

    /** What takes long enough to be under way from before a replace until after it. */
    private static final List<Traffic> SLOW = List.of(Traffic.SLOW, Traffic.EVENTS);

    private final List<ReplaceTurns> ours;
    private final Optional<ReplaceTurns> peer;
    private final List<ReplaceTurns> all;
    private final ReplacePlan plan;

    ReplaceFigures(List<ReplaceTurns> ours, Optional<ReplaceTurns> peer, ReplacePlan plan) {
        this.ours = ours;
        this.peer = peer;
        this.all = Stream.concat(ours.stream(), peer.stream()).toList();
        this.plan = plan;
    }

    void addTo(Report report) {
        report.note(Traffic.description());
        report.table(
                "replaces under load (times in ms; ratio: " + ours.get(0).host().title() + " to the peer)", hosts());
        report.table("requests: lost / begun on a replaced revision / sent", requests());
        all.forEach(
                turns -> report.note(turns.host().title() + ": " + turns.slow().description()));
        ours.forEach(turns -> report.note(steps(turns)));
        all.forEach(turns -> turns.tally()
                .samples()
                .forEach(sample -> report.note(turns.host().title() + ", one of the first: " + sample)));
        all.forEach(turns -> turns.refusals().stream()
                .distinct()
                .forEach(refusal -> report.note(turns.host().title() + ", a failed replace: " + refusal)));
        ours.forEach(turns -> promises(turns, report));
    }

    private Table hosts() {
        Table table = new Table(row("", turns -> turns.host().title(), peer.isPresent() ? "ratio" : ""));
        counts(table, "replaces", turns -> turns.replaces().count());
        times(table, "replace, min", turns -> turns.replaces().min());
        times(table, "replace, median", turns -> turns.replaces().median());
        times(table, "replace, p99", turns -> turns.replaces().p99());
        times(table, "replace, max", turns -> turns.replaces().max());
        counts(table, "requests", turns -> turns.tally().count(List.of(Outcome.values())));
        counts(table, "lost", turns -> turns.tally().count(Outcome.LOST));
        counts(table, "lost in one replace, median", turns -> middle(turns.lost()));
        counts(
                table,
                "lost in one replace, max",
                turns -> turns.lost().stream().mapToLong(Long::longValue).max().orElse(0));
        counts(table, Outcome.STALE.title(), turns -> turns.tally().count(List.of(Outcome.STALE)));
        SLOW.forEach(traffic ->
                counts(table, outlasted(traffic), turns -> turns.tally().replacesOutlasted(traffic)));
        times(table, "without service in one replace, median", turns -> turns.outages()
                .median());
        times(table, "without service in one replace, max", turns -> turns.outages()
                .max());
        times(table, "quick request at rest, median", turns -> turns.tally()
                .restTimes()
                .median());
        times(table, "quick request at rest, p99", turns -> turns.tally()
                .restTimes()
                .p99());
        times(table, "quick request during a replace, median", turns -> turns.tally()
                .replaceTimes()
                .median());
        times(table, "quick request during a replace, p99", turns -> turns.tally()
                .replaceTimes()
                .p99());
        times(table, "quick request during a replace, max", turns -> turns.tally()
                .replaceTimes()
                .max());
        return table;
    }

    private Table requests() {
        Table table = new Table(row("", turns -> turns.host().title(), ""));
        for (Traffic traffic : Traffic.values()) {
            table.row(row(traffic.title(), turns -> ofKind(turns, traffic), ""));
        }
        for (Outcome outcome : Outcome.LOST) {
            table.row(row(
                    "lost by " + outcome.title(),
                    turns -> Figures.count(turns.tally().count(List.of(outcome))),
                    ""));
        }
        return table;
    }

    private static String ofKind(ReplaceTurns turns, Traffic traffic) {
        return Stream.of(Outcome.LOST, List.of(Outcome.STALE), List.of(Outcome.values()))
                .map(outcomes -> Figures.count(turns.tally().count(traffic, outcomes)))
                .collect(Collectors.joining(" / "));
    }

    private static String outlasted(Traffic traffic) {
        return "replaces that a request outlasted, " + traffic.title();
    }

    private static String steps(ReplaceTurns turns) {
        return turns.host().title() + ", steps of a replace, median ms: "
                + turns.steps().medians();
    }

    private void promises(ReplaceTurns turns, Report report) {
        String title = turns.host().title() + ": ";
        long done = turns.replaces().count();
        long sent = turns.tally().count(List.of(Outcome.values()));
        report.promise(Promise.atLeast(title + "replaces", done, plan.count()));
        String asked = " of " + Figures.count(sent) + " requests in " + Figures.count(done) + " replaces";
        report.promise(Promise.none(title + "lost" + asked, turns.tally().count(Outcome.LOST)));
        report.promise(Promise.none(
                title + Outcome.STALE.title() + asked, turns.tally().count(List.of(Outcome.STALE))));
        if (plan.count() >= SLOW_RUN) {
            SLOW.forEach(traffic -> report.promise(Promise.atLeast(
                    title + outlasted(traffic), turns.tally().replacesOutlasted(traffic), plan.count() / 2)));
        }
        if (plan.count() >= LONG_RUN) {
            report.promise(Promise.atLeast(title + "requests", sent, (long) REQUESTS_A_REPLACE * plan.count()));
        }
    }

    private void counts(Table table, String name, ToLongFunction<ReplaceTurns> count) {
        table.row(row(name, turns -> Figures.count(count.applyAsLong(turns)), ""));
    }

    private void times(Table table, String name, ToDoubleFunction<ReplaceTurns> millis) {
        String ratio = peer.map(
                        theirs -> Figures.ratio(millis.applyAsDouble(ours.get(0)), millis.applyAsDouble(theirs)))
                .orElse("");
        table.row(row(name, turns -> Figures.millis(millis.applyAsDouble(turns)), ratio));
    }

    private List<String> row(String name, Function<ReplaceTurns, String> cell, String last) {
        return Stream.of(Stream.of(name), all.stream().map(cell), Stream.of(last))
                .flatMap(cells -> cells)
                .toList();
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
