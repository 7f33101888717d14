package dev.berth.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimingsTests {

    private static final Offset<Double> A_THOUSANDTH = within(0.1);

    private final Timings timings = new Timings();

    @Test
    void distributionOfNothingIsNone() {
        assertThat(timings.distribution()).isEqualTo(Distribution.NONE);
    }

    @Test
    void distributionTellsTheFiguresInMilliseconds() {
        // Given
        IntStream.rangeClosed(1, 100).forEach(millis -> timings.record(TimeUnit.MILLISECONDS.toNanos(millis)));
        // When
        Distribution figures = timings.distribution();
        // Then
        assertThat(figures.count()).isEqualTo(100);
        assertThat(figures.min()).isCloseTo(1, A_THOUSANDTH);
        assertThat(figures.median()).isCloseTo(50, A_THOUSANDTH);
        assertThat(figures.p90()).isCloseTo(90, A_THOUSANDTH);
        assertThat(figures.p99()).isCloseTo(99, A_THOUSANDTH);
        assertThat(figures.max()).isCloseTo(100, A_THOUSANDTH);
    }

    @Test
    void recordWhenOutOfRangeTakesTheNearest() {
        // When
        timings.record(-1);
        timings.record(TimeUnit.DAYS.toNanos(1));
        // Then
        assertThat(timings.distribution().min()).isZero();
        assertThat(timings.distribution().max()).isCloseTo(3_600_000, within(3_600.0));
    }
}
