package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.RunningCall;
import dev.berth.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What was handed to an executor is awaited. */
class BizExecutorsTests {

    private static final Duration SHORT = Duration.ofMillis(30);

    private boolean starting;
    private final BizExecutors executors = new BizExecutors(() -> starting);
    private final CountDownLatch work = new CountDownLatch(1);

    @AfterEach
    void endWork() {
        work.countDown();
    }

    @Test
    void awaitIdleWhenThereAreNoneReturnsAtOnce() throws InterruptedException {
        assertThat(executors.awaitIdle(Duration.ZERO)).isTrue();
    }

    @Test
    void awaitIdleWaitsForRunningAndQueuedTasksOfAPool() throws InterruptedException {
        // Given
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(1);
        pool.initialize();
        try {
            assertAwaited(pool);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void awaitIdleWaitsForTasksThatGetAThreadEach() throws InterruptedException {
        assertAwaited(new SimpleAsyncTaskExecutor());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void awaitIdleWaitsForTasksOnVirtualThreads() throws InterruptedException {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
        executor.setVirtualThreads(true);
        assertAwaited(executor);
    }

    @Test
    void awaitIdleWaitsForTasksOfAPoolOfTheJdk() throws InterruptedException {
        assertAwaited(Executors.newFixedThreadPool(1));
    }

    @Test
    void awaitIdleWaitsForTasksOfAForkJoinPool() throws InterruptedException {
        assertAwaited(new ForkJoinPool(1));
    }

    @Test
    void awaitIdleWaitsForTasksOfAWrappedPool() throws InterruptedException {
        assertAwaited(new ConcurrentTaskExecutor(Executors.newFixedThreadPool(1)));
    }

    @Test
    void awaitIdleDoesNotWaitForTasksWhoseTimeHasNotCome() throws InterruptedException {
        // Given
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        executors.postProcessAfterInitialization(scheduler, "scheduler");
        try {
            scheduler.schedule(() -> {}, Instant.now().plusSeconds(60));
            // Then
            assertThat(executors.awaitIdle(Duration.ofSeconds(10))).isTrue();
        } finally {
            scheduler.shutdown();
        }
    }

    @Test
    void countKeepsTheDecoratorOfTheBiz() throws InterruptedException {
        // Given
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
        AtomicInteger decorated = new AtomicInteger();
        executor.setTaskDecorator(task -> {
            decorated.incrementAndGet();
            return task;
        });
        executors.postProcessAfterInitialization(executor, "executor");
        // When
        executor.execute(() -> {});
        // Then
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(decorated).hasValue(1);
    }

    @Test
    void countWhenATaskIsRefusedForgetsIt() throws InterruptedException {
        // Given
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
        executor.setConcurrencyLimit(1);
        executor.setRejectTasksWhenLimitReached(true);
        executors.postProcessAfterInitialization(executor, "executor");
        executor.execute(this::awaitWork);
        // When
        boolean refused = false;
        try {
            executor.execute(() -> {});
        } catch (TaskRejectedException expected) {
            refused = true;
        }
        work.countDown();
        // Then
        assertThat(refused).isTrue();
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void atWorkKnowsTheTasksOfAPoolAndBreaksThemOff() throws InterruptedException {
        // Given
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix("mail-");
        pool.initialize();
        try {
            assertBrokenOff(pool, "mail-1");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void atWorkKnowsTasksThatGetAThreadEachAndBreaksThemOff() throws InterruptedException {
        assertBrokenOff(new SimpleAsyncTaskExecutor("mail-"), "mail-1");
    }

    private void assertBrokenOff(Executor executor, String thread) throws InterruptedException {
        // Given
        executors.postProcessAfterInitialization(executor, "mailer");
        executor.execute(this::awaitWork);
        Eventually.holds(() -> executors.atWork().size() == 1);
        // When
        List<RunningCall> work = executors.atWork();
        work.forEach(RunningCall::breakOff);
        // Then
        assertThat(work).singleElement().satisfies(task -> {
            assertThat(task.description()).isEqualTo("task of executor mailer");
            assertThat(task.thread().orElseThrow().getName()).isEqualTo(thread);
        });
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(executors.atWork()).isEmpty();
    }

    @Test
    void atWorkLeavesAloneWhatTheApplicationHandedOverAtItsStart() throws InterruptedException {
        // Given
        starting = true;
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
        executors.postProcessAfterInitialization(executor, "executor");
        executor.execute(this::awaitWork);
        starting = false;
        // Then
        assertThat(executors.awaitIdle(SHORT)).isFalse();
        assertThat(executors.atWork()).isEmpty();
    }

    private void assertAwaited(Executor executor) throws InterruptedException {
        // Given
        AtomicInteger done = new AtomicInteger();
        executors.postProcessAfterInitialization(executor, "executor");
        executor.execute(() -> {
            awaitWork();
            done.incrementAndGet();
        });
        executor.execute(done::incrementAndGet);
        // When
        boolean idleTooEarly = executors.awaitIdle(SHORT);
        work.countDown();
        boolean idle = executors.awaitIdle(Duration.ofSeconds(5));
        // Then
        assertThat(idleTooEarly).isFalse();
        assertThat(idle).isTrue();
        assertThat(done).hasValue(2);
    }

    private void awaitWork() {
        try {
            work.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
