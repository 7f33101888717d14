package dev.berth.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.benchmarks.load.Outcome;
import dev.berth.benchmarks.report.Machine;
import dev.berth.benchmarks.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaceTurnsTests {

    static final Duration SHORT = Duration.ofMillis(50);

    private static final int COUNT = 3;
    private static final ReplacePlan PLAN = new ReplacePlan(COUNT, 0, 1, SHORT, SHORT, SHORT);

    @Test
    void turnWhenTheHostSwapsAtOnceLosesNothing() {
        // When
        ReplaceTurns turns = turn(FakeHost.Error.NONE);
        // Then
        assertThat(turns.tally().count(Outcome.LOST)).isZero();
        assertThat(turns.tally().count(List.of(Outcome.STALE))).isZero();
        assertThat(turns.tally().count(List.of(Outcome.ANSWERED))).isPositive();
        assertThat(turns.replaces().count()).isEqualTo(COUNT);
        assertThat(turns.version()).isEqualTo(COUNT + 2);
        assertThat(turns.steps().medians()).isEqualTo("swap 0.50");
        assertThat(report(turns).kept()).isTrue();
    }

    @Test
    void turnWhenTheHostHasAGapCountsWhatIsLostInEachReplace() {
        // When
        ReplaceTurns turns = turn(FakeHost.Error.GAP);
        // Then
        assertThat(turns.lost()).hasSize(COUNT).allMatch(lost -> lost > 0);
        assertThat(turns.outages().median()).isPositive();
        assertThat(report(turns).kept()).isFalse();
    }

    @Test
    void turnWhenTheOldVersionStillServesIsStale() {
        // When
        ReplaceTurns turns = turn(FakeHost.Error.OLD_VERSION);
        // Then
        assertThat(turns.tally().count(List.of(Outcome.STALE))).isPositive();
        assertThat(turns.tally().count(Outcome.LOST)).isZero();
        assertThat(report(turns).kept()).isFalse();
    }

    @Test
    void promisesWhenSlowRequestsEndBeforeTheReplacesAreBroken() {
        // Given
        ReplacePlan plan = new ReplacePlan(50, 0, 1, SHORT, SHORT, Duration.ofMillis(2));
        // When
        ReplaceTurns turns = turn(FakeHost.Error.NONE, plan);
        // Then
        assertThat(report(turns, plan).lines())
                .filteredOn(line -> line.startsWith("BROKEN"))
                .hasSize(2)
                .allMatch(line ->
                        line.matches("BROKEN  fake: replaces that a request outlasted, .*: \\d+ \\(at least 25\\)"));
    }

    private static ReplaceTurns turn(FakeHost.Error error) {
        return turn(error, PLAN);
    }

    private static ReplaceTurns turn(FakeHost.Error error, ReplacePlan plan) {
        try (FakeHost host = new FakeHost(error)) {
            ReplaceTurns turns = new ReplaceTurns(host, plan);
            turns.turn(plan.count());
            return turns;
        }
    }

    private static Report report(ReplaceTurns turns) {
        return report(turns, PLAN);
    }

    private static Report report(ReplaceTurns turns, ReplacePlan plan) {
        Report report = new Report("replace", new Machine("", 1, 1, ""), Clock.systemUTC());
        new ReplaceFigures(List.of(turns), Optional.empty(), plan).addTo(report);
        return report;
    }
}
