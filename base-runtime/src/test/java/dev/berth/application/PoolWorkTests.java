package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A machine so busy that a thread which was started does not run for a while. */
class PoolWorkTests {

    private static final long LATE_MILLIS = 100;

    private final CountDownLatch work = new CountDownLatch(1);
    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(
            2,
            task -> new Thread(() -> {
                pause();
                task.run();
            }));

    @AfterEach
    void endWork() {
        work.countDown();
        pool.shutdownNow();
    }

    @Test
    void applicationStartedWaitsForAThreadThatHasATaskAndDoesNotRunYet() {
        // Given
        PoolWork known = PoolWork.of(pool, "pool");
        pool.execute(this::awaitWork);
        // When
        known.applicationStarted();
        // Then
        assertThat(known.anyLeft()).isTrue();
        assertThat(known.atWork()).as("what a drain may break off").isEmpty();
    }

    @Test
    void applicationStartedDoesNotWaitForThreadsWithoutATask() throws Exception {
        // Given
        PoolWork known = PoolWork.of(pool, "pool");
        pool.submit(() -> {}).get();
        known.applicationStarted();
        // When
        long began = System.nanoTime();
        known.applicationStarted();
        // Then
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(500);
    }

    private void awaitWork() {
        try {
            work.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LATE_MILLIS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
