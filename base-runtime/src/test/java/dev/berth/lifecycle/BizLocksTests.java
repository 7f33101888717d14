package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
