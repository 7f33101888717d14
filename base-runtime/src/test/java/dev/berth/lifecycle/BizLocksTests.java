package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BizLocksTests {

    private static final BizName SHOP = new BizName("shop");

    private final BizLocks locks = new BizLocks();

    @Test
    void tryLockWhenAnotherThreadHoldsItGivesUpAndForgetsItself() throws Exception {
        try (BizLocks.Held held = locks.lock(SHOP)) {
            // When
            boolean taken = elsewhere(SHOP);
            // Then
            assertThat(taken).isFalse();
            assertThat(locks.size()).isEqualTo(1);
        }
        assertThat(locks.size()).isZero();
    }

    @Test
    void tryLockWhenAnotherNameIsHeldTakesIt() throws Exception {
        try (BizLocks.Held held = locks.lock(SHOP)) {
            assertThat(elsewhere(new BizName("bills"))).isTrue();
        }
        assertThat(locks.size()).isZero();
    }

    @Test
    void lockWhenItWasGivenBackIsFree() throws Exception {
        // Given
        locks.lock(SHOP).close();
        // When / Then
        assertThat(elsewhere(SHOP)).isTrue();
        assertThat(locks.size()).isZero();
    }

    @Test
    void oneNameAtATimeAndOthersBeside() throws Exception {
        // Given
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> enter(inside, most)));
        }
        // When
        try (BizLocks.Held other = locks.lock(new BizName("pricing"))) {
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        // Then
        assertThat(most).hasValue(1);
        assertThat(locks.size()).isZero();
    }

    private void enter(AtomicInteger inside, AtomicInteger most) {
        for (int round = 0; round < 200; round++) {
            try (BizLocks.Held held = locks.lock(SHOP)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean elsewhere(BizName name) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        var lock = locks.tryLock(name, Duration.ofMillis(20));
                        lock.ifPresent(BizLocks.Held::close);
                        return lock.isPresent();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                })
                .get();
    }
}
