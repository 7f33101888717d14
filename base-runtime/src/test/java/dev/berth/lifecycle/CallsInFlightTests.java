package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
