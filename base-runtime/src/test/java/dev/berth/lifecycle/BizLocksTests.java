package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BizLocksTests {

    private final BizLocks locks = new BizLocks();

    @Test
    void lockIsForgottenWhenNobodyWantsIt() throws Exception {
        // When
        try (BizLocks.Held held = locks.lock(new BizName("catalog"))) {
            assertThat(locks.size()).isOne();
        }
        // Then
        assertThat(locks.size()).isZero();
    }

    @Test
    void oneNameAtATimeAndOthersBeside() throws Exception {
        // Given
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> enter(inside, most));
            threads.add(thread);
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
            try (BizLocks.Held held = locks.lock(new BizName("catalog"))) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void waiterThatIsInterruptedLeavesNothing() throws Exception {
        // Given
        BizName name = new BizName("catalog");
        try (BizLocks.Held held = locks.lock(name)) {
            Thread waiter = new Thread(() -> {
                try {
                    locks.lock(name).close();
                } catch (InterruptedException expected) {
                    Thread.currentThread().interrupt();
                }
            });
            waiter.start();
            // When
            waiter.interrupt();
            waiter.join();
        }
        // Then
        assertThat(locks.size()).isZero();
    }
}
