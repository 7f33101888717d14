package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.Revision;
import dev.berth.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Scheduled methods run on the active revision and on no other. */
class ScheduledSwapIT {

    private static final Map<String, ConcurrentLinkedQueue<Run>> RUNS = new ConcurrentHashMap<>();
    private static CountDownLatch longRun;

    @BeforeEach
    void forgetRuns() {
        RUNS.clear();
        longRun = new CountDownLatch(1);
    }

    @AfterEach
    void endLongRun() {
        longRun.countDown();
    }

    @Test
    void startWhenRevisionIsNotActiveRunsNothing() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Jobs.class)) {
            // When
            Revision revision = revisions.start("1");
            Thread.sleep(150);
            // Then
            assertThat(RUNS).isEmpty();
            assertThat(revisions
                            .context(revision)
                            .getBean(ScheduledTaskHolder.class)
                            .getScheduledTasks())
                    .hasSize(6)
                    .allMatch(task -> task.nextExecution() == null);
        }
    }

    @Test
    void swapWhenRevisionBecomesActiveRunsEveryKindOfTask() {
        try (SpringRevisions revisions = new SpringRevisions(Jobs.class)) {
            // Given
            Revision revision = revisions.start("1");
            // When
            revisions.swap(revision);
            boolean all = Eventually.holds(
                    () -> RUNS.keySet().containsAll(List.of("rate", "delay", "cron", "later", "once", "configured")));
            // Then
            assertThat(all).as("runs of %s", RUNS.keySet()).isTrue();
            assertThat(RUNS.get("once")).hasSize(1);
            assertThat(RUNS.get("later").peek().begin()
                            - RUNS.get("rate").peek().begin())
                    .isGreaterThan(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    void swapWhenAnotherRevisionTakesOverHandsTheTasksOver() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Jobs.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> runs("rate", "1") > 3);
            Revision second = revisions.start("2");
            // When
            revisions.swap(second);
            boolean taken = Eventually.holds(() -> runs("rate", "2") > 5 && runs("once", "2") == 1);
            // Then
            assertThat(taken).isTrue();
            RUNS.forEach((task, runs) -> assertHandedOver(task, List.copyOf(runs)));
            assertThat(revisions.drain(first).drained()).isTrue();
        }
    }

    @Test
    void swapBackToAStandbyRunsItsTasksAgainButNotThoseThatRunOnce() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Jobs.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> runs("once", "1") == 1 && runs("later", "1") > 0);
            revisions.swap(revisions.start("2"));
            revisions.standBy(first);
            long before = runs("rate", "1");
            RUNS.get("later").clear();
            // When
            revisions.swap(first);
            long swapped = System.nanoTime();
            boolean again = Eventually.holds(() -> runs("rate", "1") > before + 5 && runs("later", "1") > 0);
            // Then
            assertThat(again).isTrue();
            assertThat(runs("once", "1")).isOne();
            assertThat(RUNS.get("later").stream()
                            .filter(run -> run.version().equals("1"))
                            .findFirst()
                            .orElseThrow()
                            .begin())
                    .as("its initial delay counts from the swap")
                    .isGreaterThan(swapped + Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void swapWhenATaskRunsLetsItEndAndKeepsTheNewRevisionFromIt() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(LongJob.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> RUNS.containsKey("long begun"));
            Revision second = revisions.start("2");
            // When
            revisions.swap(second);
            Thread.sleep(100);
            long runningAtOnce = RUNS.get("long begun").size();
            long callsOfFirst = first.calls().count();
            longRun.countDown();
            DrainReport drained = revisions.drain(first);
            boolean goesOn = Eventually.holds(() -> runs("long", "2") > 1);
            // Then
            assertThat(runningAtOnce).isOne();
            assertThat(callsOfFirst).isOne();
            assertThat(drained.drained()).isTrue();
            assertThat(runs("long", "1")).isOne();
            assertThat(goesOn).isTrue();
        }
    }

    @Test
    void drainWhenATaskRunsTooLongInterruptsAndNamesIt() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(LongJob.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> RUNS.containsKey("long begun"));
            revisions.swap(revisions.start("2"));
            // When
            DrainReport report = revisions.drain(first, Duration.ofMillis(50));
            // Then
            assertThat(report.callsLeft()).isOne();
            assertThat(report.cut())
                    .singleElement()
                    .satisfies(cut -> assertThat(cut.description())
                            .isEqualTo("scheduled dev.berth.trigger.ScheduledSwapIT$LongJob.work"))
                    .satisfies(cut -> assertThat(cut.stack()).contains("LongJob.work"));
            assertThat(Eventually.holds(() -> first.calls().count() == 0)).isTrue();
            longRun.countDown();
        }
    }

    @Test
    void swapWhenATaskIgnoresItsInterruptLetsTheNewRevisionRunItOnceTheDrainIsOver() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(StubbornJob.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> RUNS.containsKey("stubborn"));
            revisions.swap(revisions.start("2"));
            revisions.drain(first, Duration.ofMillis(50));
            boolean tooEarly = runs("stubborn", "2") > 0;
            // When
            revisions.lifecycle().standBy(first);
            boolean runs = Eventually.holds(() -> runs("stubborn", "2") > 0);
            longRun.countDown();
            Eventually.holds(() -> first.calls().count() == 0);
            long before = runs("stubborn", "2");
            // Then
            assertThat(tooEarly).isFalse();
            assertThat(runs).isTrue();
            assertThat(Eventually.holds(() -> runs("stubborn", "2") > before)).isTrue();
        }
    }

    @Test
    void swapWhenATaskNamesItsSchedulerUsesThat() {
        assertRunsOn(QualifiedScheduler.class, "qualified");
    }

    @Test
    void swapWhenAConfigurerChoosesTheSchedulerUsesThat() {
        assertRunsOn(ChosenScheduler.class, "chosen");
    }

    private static void assertRunsOn(Class<?> configuration, String scheduler) {
        try (SpringRevisions revisions = new SpringRevisions(configuration)) {
            // Given
            Revision revision = revisions.start("1");
            boolean early = RUNS.containsKey(scheduler);
            // When
            revisions.swap(revision);
            boolean ran = Eventually.holds(() -> RUNS.containsKey(scheduler));
            // Then
            assertThat(early).isFalse();
            assertThat(ran).isTrue();
            assertThat(RUNS.get(scheduler)).allMatch(run -> run.thread().startsWith(scheduler + "-"));
        }
    }

    @Test
    void stopWhenRevisionIsActiveEndsItsTasks() throws InterruptedException {
        try (SpringRevisions revisions = new SpringRevisions(Jobs.class)) {
            // Given
            Revision revision = revisions.start("1");
            revisions.swap(revision);
            Eventually.holds(() -> runs("rate", "1") > 1);
            // When
            revisions.stop(revision);
            long ran =
                    RUNS.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
            Thread.sleep(100);
            // Then
            assertThat(RUNS.values().stream()
                            .mapToInt(ConcurrentLinkedQueue::size)
                            .sum())
                    .isEqualTo((int) ran);
        }
    }

    /** First the runs of the one revision, then those of the other, and never two at once. */
    private static void assertHandedOver(String task, List<Run> runs) {
        for (int next = 1; next < runs.size(); next++) {
            Run before = runs.get(next - 1);
            Run run = runs.get(next);
            assertThat(run.version()).as("run %s of %s", next, task).isGreaterThanOrEqualTo(before.version());
            if (!task.equals("configured")) {
                assertThat(run.begin()).as("begin of run %s of %s", next, task).isGreaterThanOrEqualTo(before.end());
            }
        }
    }

    private static long runs(String task, String version) {
        return RUNS.getOrDefault(task, new ConcurrentLinkedQueue<>()).stream()
                .filter(run -> run.version().equals(version))
                .count();
    }

    private static void ran(String task, String version, long begin) {
        RUNS.computeIfAbsent(task, name -> new ConcurrentLinkedQueue<>())
                .add(new Run(
                        version,
                        begin,
                        System.nanoTime(),
                        Thread.currentThread().getName()));
    }

    private record Run(String version, long begin, long end, String thread) {}

    @EnableScheduling
    static class Jobs implements SchedulingConfigurer {

        @Value("${version}")
        private String version;

        @Scheduled(fixedRate = 10)
        void rate() throws InterruptedException {
            long begin = System.nanoTime();
            Thread.sleep(2);
            ran("rate", version, begin);
        }

        @Scheduled(fixedDelay = 10)
        void delay() {
            ran("delay", version, System.nanoTime());
        }

        @Scheduled(cron = "* * * * * *")
        void cron() {
            ran("cron", version, System.nanoTime());
        }

        @Scheduled(initialDelay = 150, fixedRate = 10)
        void later() {
            ran("later", version, System.nanoTime());
        }

        @Scheduled(initialDelay = 1)
        void once() {
            ran("once", version, System.nanoTime());
        }

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addFixedRateTask(() -> ran("configured", version, System.nanoTime()), Duration.ofMillis(10));
        }
    }

    @EnableScheduling
    static class LongJob {

        @Value("${version}")
        private String version;

        @Scheduled(fixedRate = 10)
        void work() throws InterruptedException {
            long begin = System.nanoTime();
            ran("long begun", version, begin);
            longRun.await(20, TimeUnit.SECONDS);
            ran("long", version, begin);
        }
    }

    @EnableScheduling
    static class StubbornJob {

        @Value("${version}")
        private String version;

        @Scheduled(fixedRate = 10)
        void work() {
            ran("stubborn", version, System.nanoTime());
            while (version.equals("1") && longRun.getCount() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    @EnableScheduling
    static class QualifiedScheduler {

        @Value("${version}")
        private String version;

        @Bean
        ThreadPoolTaskScheduler qualified() {
            ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
            scheduler.setThreadNamePrefix("qualified-");
            return scheduler;
        }

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            return new ThreadPoolTaskScheduler();
        }

        @Scheduled(fixedRate = 10, scheduler = "qualified")
        void work() {
            ran("qualified", version, System.nanoTime());
        }
    }

    @EnableScheduling
    static class ChosenScheduler implements SchedulingConfigurer {

        @Value("${version}")
        private String version;

        @Bean(destroyMethod = "shutdown")
        static ScheduledExecutorService chosen() {
            return Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "chosen-1"));
        }

        @Autowired
        private ScheduledExecutorService chosen;

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.setScheduler(chosen);
        }

        @Scheduled(fixedRate = 10)
        void work() {
            ran("chosen", version, System.nanoTime());
        }
    }
}
