package dev.berth.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplacePlanTests {

    @Test
    void sharesOfAllTurnsAreAll() {
        // Given
        ReplacePlan plan = new ReplacePlan(10, 3, 4, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        // When / Then
        assertThat(IntStream.range(0, 4).map(turn -> plan.share(10, turn))).containsExactly(2, 3, 2, 3);
        assertThat(IntStream.range(0, 4).map(turn -> plan.share(3, turn))).containsExactly(0, 1, 1, 1);
    }
}
