package dev.berth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WaitsTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final FakeBaseControl control = new FakeBaseControl();
    private final Waits waits = new Waits(control, 1);

    @Test
    void awaitReturnsTheOperationAsItEnded() {
        // Given
        Operation begun = begin();
        // When
        Operation ended = waits.await(begun, LONG);
        // Then
        assertThat(ended.status()).isEqualTo(Operation.Status.SUCCEEDED);
    }

    @Test
    void awaitWhenTooManyWaitReturnsAtOnce() throws Exception {
        // Given
        control.outcome = UnaryOperator.identity();
        Operation begun = begin();
        CompletableFuture<Operation> waiter = CompletableFuture.supplyAsync(() -> waits.await(begun, LONG));
        assertThat(control.waiterCame.await(10, TimeUnit.SECONDS)).isTrue();
        // When
        Operation refused = waits.await(begun, LONG);
        // Then
        assertThat(refused.status()).isEqualTo(Operation.Status.RUNNING);
        assertThat(waiter).isNotDone();
        waits.close();
        waiter.get(10, TimeUnit.SECONDS);
    }

    @Test
    void closeSendsHomeWhoWaits() throws Exception {
        // Given
        control.outcome = UnaryOperator.identity();
        Operation begun = begin();
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            waits.await(begun, LONG);
            return Thread.currentThread().isInterrupted();
        });
        assertThat(control.waiterCame.await(10, TimeUnit.SECONDS)).isTrue();
        // When
        waits.close();
        // Then
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void awaitAfterCloseReturnsAtOnce() {
        // Given
        control.outcome = UnaryOperator.identity();
        Operation begun = begin();
        waits.close();
        // When
        Operation answered = waits.await(begun, LONG);
        // Then
        assertThat(answered.status()).isEqualTo(Operation.Status.RUNNING);
    }

    private Operation begin() {
        return control.uninstall(new BizName("catalog"));
    }
}
