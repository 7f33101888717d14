package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsInFlightTests {

    private final CallsInFlight calls = new CallsInFlight();

    @Test
    void awaitNoneWhenNothingRunsReturnsAtOnce() throws Exception {
        assertThat(calls.awaitNone(Duration.ZERO)).isTrue();
    }

    @Test
    void awaitNoneWhenACallStaysGivesUp() throws Exception {
        // Given
        calls.enter();
        // Then
        assertThat(calls.awaitNone(Duration.ofMillis(5))).isFalse();
        assertThat(calls.count()).isOne();
    }

    @Test
    void countWhenManyThreadsComeAndGoLosesNone() throws Exception {
        // Given
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> {
                    for (int call = 0; call < 100_000; call++) {
                        calls.enter();
                        calls.exit();
                    }
                    calls.enter();
                }))
                .toList();
        // When
        threads.forEach(Thread::start);
        boolean negative = false;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            negative |= calls.count() < 0;
        }
        // Then
        assertThat(negative).isFalse();
        assertThat(calls.count()).isEqualTo(8);
    }

    @Test
    void awaitNoneIsWokenByTheLastExit() throws Exception {
        // Given
        calls.enter();
        calls.enter();
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return calls.awaitNone(Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        // When
        calls.exit();
        calls.exit();
        // Then
        assertThat(ended.get(5, TimeUnit.SECONDS)).isTrue();
    }
}
