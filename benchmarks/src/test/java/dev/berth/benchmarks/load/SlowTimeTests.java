package dev.berth.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowTimeTests {

    private final SlowTime slow = new SlowTime();

    @Test
    void millisWhenReplacesAreQuickIsTheLeast() {
        // When
        replaced(20);
        // Then
        assertThat(slow.millis()).isEqualTo(300);
    }

    @Test
    void millisIsLongerThanTheLongestReplace() {
        // When
        replaced(600);
        replaced(100);
        // Then
        assertThat(slow.millis()).isEqualTo(900);
        assertThat(slow.description()).startsWith("slow GETs and streams of 900 to 900 ms, 1.5 times the longest");
    }

    @Test
    void millisWhenAPauseIsLongAgoFollowsTheOthers() {
        // Given
        replaced(2_000);
        // When
        IntStream.range(0, 20).forEach(each -> replaced(400));
        // Then
        assertThat(slow.millis()).isEqualTo(600);
        assertThat(slow.description()).startsWith("slow GETs and streams of 600 to 3000 ms");
    }

    @Test
    void millisStaysBelowThePatienceOfTheClient() {
        // When
        replaced(9_000);
        // Then
        assertThat(slow.millis()).isEqualTo(8_000);
    }

    @Test
    void requestAsksForThatTime() {
        assertThat(Exchange.SLOW.request(7, 450).line()).isEqualTo("GET /load/slow/7?millis=450");
        assertThat(Exchange.EVENTS.request(7, 450).line()).isEqualTo("GET /load/events/7?count=8&every=57");
    }

    private void replaced(long millis) {
        slow.replaced(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
