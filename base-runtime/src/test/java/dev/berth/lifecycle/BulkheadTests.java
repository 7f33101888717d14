package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BulkheadTests {

    private final Bulkhead bulkhead = new Bulkhead("catalog:1.0#1");

    @Test
    void enterWhenTheLimitIsReachedRefusesAndCountsNothing() {
        // Given
        bulkhead.limit(2);
        bulkhead.enter();
        bulkhead.enter();
        // When
        boolean third = bulkhead.enter();
        // Then
        assertThat(third).isFalse();
        assertThat(bulkhead.inside()).isEqualTo(2);
    }

    @Test
    void enterWhenAPlaceWasGivenBackTakesIt() {
        // Given
        bulkhead.limit(1);
        bulkhead.enter();
        // When
        bulkhead.exit();
        // Then
        assertThat(bulkhead.enter()).isTrue();
    }

    @Test
    void enterWithMoreMayPassTheLimitByThatMany() {
        // Given
        bulkhead.limit(1);
        bulkhead.enter();
        // Then
        assertThat(bulkhead.enter(1)).isTrue();
        assertThat(bulkhead.enter(1)).isFalse();
    }

    @Test
    void enterOfManyThreadsNeverPassesTheLimit() throws InterruptedException {
        // Given
        int limit = 3;
        bulkhead.limit(limit);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            Thread thread = new Thread(() -> {
                await(go);
                for (int call = 0; call < 20_000; call++) {
                    if (bulkhead.enter()) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        bulkhead.exit();
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        // When
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        // Then
        assertThat(most.get()).isBetween(1, limit);
        assertThat(bulkhead.inside()).isZero();
    }

    @Test
    void limitBelowOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> bulkhead.limit(0));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
