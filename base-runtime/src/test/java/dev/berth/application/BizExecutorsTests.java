package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.RunningCall;
import dev.berth.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
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

    @ParameterizedTest
    @MethodSource("kinds")
    void atWorkKnowsTheTasksOfEachKindAndBreaksThemOffForGoodOnly(Kind kind) throws Exception {
        // Given
        Executor executor = watched(kind);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        executor.execute(() -> {
            begun.incrementAndGet();
            if (!awaitWork()) {
                interrupted.incrementAndGet();
            }
        });
        boolean known =
                Eventually.holds(() -> begun.get() == 1 && executors.atWork().size() == 1);
        boolean idleTooEarly = executors.awaitIdle(SHORT);
        // When
        List<RunningCall> work = executors.atWork();
        String stack = Arrays.toString(work.get(0).thread().orElseThrow().getStackTrace());
        work.forEach(RunningCall::breakOff);
        boolean idle = executors.awaitIdle(Duration.ofSeconds(5));
        CountDownLatch later = new CountDownLatch(1);
        executor.execute(later::countDown);
        // Then
        assertThat(known).isTrue();
        assertThat(idleTooEarly).isFalse();
        assertThat(work).singleElement().satisfies(task -> assertThat(task.description())
                .isEqualTo("task of executor bean"));
        assertThat(stack).contains("BizExecutorsTests.awaitWork");
        assertThat(idle).isTrue();
        assertThat(interrupted).hasValue(1);
        assertThat(later.await(5, TimeUnit.SECONDS)).as("the executor works on").isTrue();
        assertThat(Eventually.holds(() -> executors.atWork().isEmpty())).isTrue();
        kind.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void atWorkLeavesAloneWhatTheApplicationHandedOverAtItsStart(Kind kind) throws Exception {
        // Given
        starting = true;
        Executor executor = watched(kind);
        executor.execute(this::awaitWork);
        executors.applicationStarted();
        starting = false;
        // When
        CountDownLatch workOfACall = new CountDownLatch(1);
        executor.execute(() -> awaitWork(workOfACall));
        boolean known = Eventually.holds(() -> executors.atWork().size() == 1);
        executors.atWork().forEach(RunningCall::breakOff);
        boolean gone = Eventually.holds(() -> executors.atWork().isEmpty());
        // Then
        assertThat(known).as("what a call has handed over").isTrue();
        assertThat(gone).isTrue();
        assertThat(executors.awaitIdle(SHORT))
                .as("the start's own task goes on")
                .isFalse();
        work.countDown();
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        kind.close();
    }

    @Test
    void postProcessGivesABizTheVeryPoolThatItHasMade() {
        // Given
        ExecutorService pool = Executors.newFixedThreadPool(1);
        ForkJoinPool forkJoin = new ForkJoinPool(1);
        // Then
        assertThat(executors.postProcessAfterInitialization(pool, "pool")).isSameAs(pool);
        assertThat(executors.postProcessAfterInitialization(forkJoin, "forkJoin"))
                .isSameAs(forkJoin);
        pool.shutdown();
        forkJoin.shutdown();
    }

    @Test
    void executeWhenATaskOfASingleThreadIsCancelledForgetsIt() throws InterruptedException {
        // Given
        ExecutorService single = (ExecutorService) watched(kind("single", Executors.newSingleThreadExecutor()));
        single.execute(this::awaitWork);
        Future<?> waiting = single.submit(() -> {});
        // When
        waiting.cancel(true);
        work.countDown();
        // Then
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        single.shutdown();
    }

    @Test
    void shutdownNowOfASingleThreadReturnsTheTasksOfTheBiz() throws InterruptedException {
        // Given
        ExecutorService single = (ExecutorService) watched(kind("single", Executors.newSingleThreadExecutor()));
        single.execute(this::awaitWork);
        Runnable waiting = () -> {};
        single.execute(waiting);
        // When
        List<Runnable> neverRun = single.shutdownNow();
        // Then
        assertThat(neverRun).containsExactly(waiting);
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        assertThat(single.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void scheduleOfASingleThreadRunsAtItsTime() throws Exception {
        // Given
        ScheduledExecutorService scheduler =
                (ScheduledExecutorService) watched(kind("single", Executors.newSingleThreadScheduledExecutor()));
        AtomicInteger runs = new AtomicInteger();
        // When
        String answer =
                scheduler.schedule(() -> "done", 1, TimeUnit.MILLISECONDS).get(5, TimeUnit.SECONDS);
        Future<?> repeated = scheduler.scheduleAtFixedRate(runs::incrementAndGet, 0, 1, TimeUnit.MILLISECONDS);
        boolean repeats = Eventually.holds(() -> runs.get() > 3);
        repeated.cancel(false);
        scheduler.schedule(() -> {}, 1, TimeUnit.HOURS);
        // Then
        assertThat(answer).isEqualTo("done");
        assertThat(repeats).isTrue();
        assertThat(executors.awaitIdle(Duration.ofSeconds(5))).isTrue();
        scheduler.shutdownNow();
    }

    private Executor watched(Kind kind) {
        return (Executor) executors.postProcessAfterInitialization(kind.executor(), "bean");
    }

    /** An executor that runs two tasks at once, if it is not one of a single thread. */
    private static Kind kind(String name, Executor executor) {
        return new Kind(name, executor);
    }

    static Stream<Kind> kinds() throws ReflectiveOperationException {
        ThreadPoolTaskExecutor springPool = new ThreadPoolTaskExecutor();
        springPool.setCorePoolSize(2);
        springPool.initialize();
        ThreadPoolTaskScheduler springScheduler = new ThreadPoolTaskScheduler();
        springScheduler.setPoolSize(2);
        springScheduler.initialize();
        ThreadFactory named = task -> new Thread(task, "own");
        Stream<Kind> kinds = Stream.of(
                kind("Spring's pool", springPool),
                kind("Spring's scheduler", springScheduler),
                kind("a thread a task of Spring", new SimpleAsyncTaskExecutor()),
                kind("pool", Executors.newFixedThreadPool(2)),
                kind("cached pool", Executors.newCachedThreadPool(named)),
                kind("scheduled pool", Executors.newScheduledThreadPool(2)),
                kind("unconfigurable", Executors.unconfigurableExecutorService(Executors.newFixedThreadPool(2))),
                kind("fork-join pool", new ForkJoinPool(2)),
                kind("adapter", new ConcurrentTaskExecutor(Executors.newFixedThreadPool(2))));
        return Runtime.version().feature() < 21 ? kinds : Stream.concat(kinds, virtualKinds());
    }

    private static Stream<Kind> virtualKinds() throws ReflectiveOperationException {
        SimpleAsyncTaskExecutor virtual = new SimpleAsyncTaskExecutor();
        virtual.setVirtualThreads(true);
        ThreadFactory platform = task -> new Thread(task, "own");
        return Stream.of(
                kind("virtual threads of Spring", virtual),
                kind("nothing but virtual threads of Spring", new VirtualThreadTaskExecutor("own-")),
                kind("adapter of virtual threads", new TaskExecutorAdapter((Executor) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null))),
                kind("virtual threads", (Executor) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)),
                kind("a thread a task", (Executor) Executors.class
                        .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                        .invoke(null, platform)));
    }

    private record Kind(String name, Executor executor) implements AutoCloseable {

        @Override
        public void close() {
            if (executor instanceof ExecutorService service) {
                service.shutdownNow();
            } else if (executor instanceof ExecutorConfigurationSupport spring) {
                spring.shutdown();
            }
        }

        @Override
        public String toString() {
            return name;
        }
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

    private boolean awaitWork() {
        return awaitWork(work);
    }

    private static boolean awaitWork(CountDownLatch until) {
        try {
            return until.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
