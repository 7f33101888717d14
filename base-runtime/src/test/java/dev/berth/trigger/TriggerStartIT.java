package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** A trigger that hangs, such as a listener whose broker is down, keeps nobody else from going on. */
@Timeout(60)
class TriggerStartIT {

    private static final Set<String> TICKING = ConcurrentHashMap.newKeySet();

    private static volatile CountDownLatch hanging;
    private static volatile boolean heedsInterrupts;
    private static volatile boolean interrupted;

    @BeforeEach
    void hang() {
        hanging = new CountDownLatch(1);
        heedsInterrupts = true;
        interrupted = false;
        TICKING.clear();
    }

    @AfterEach
    void letGo() {
        hanging.countDown();
    }

    @Test
    void swapWhenATriggerHangsInItsStartFailsAtTheDeadlineAndTheOldRevisionServesOn() {
        try (SpringRevisions revisions = revisions()) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Revision second = revisions.start("2");
            // When
            BerthException failure = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            // Then
            assertThat(failure.code()).isEqualTo(ErrorCode.BIZ_NOT_READY);
            assertThat(failure.getMessage())
                    .startsWith(
                            "Biz 'ticker:2' can't start its triggers: they had not started after 1.0 s; it was at '")
                    .doesNotContain("ignores");
            assertThat(first.state()).isInstanceOf(RevisionState.Active.class);
            assertThat(feed(revisions, first, "feed").isRunning()).isTrue();
            assertThat(second.state()).isInstanceOf(RevisionState.Draining.class);
            assertThat(feed(revisions, second, "later").isRunning())
                    .as("what is behind the one that hangs")
                    .isFalse();
            assertThat(feed(revisions, second, "later").runs).isZero();
            assertThat(second.holders()).isEmpty();
            // When
            hanging.countDown();
            revisions.stop(second);
            // Then
            assertThat(second.state()).isInstanceOf(RevisionState.Stopped.class);
            assertThat(TICKING).containsExactly("1");
        }
    }

    @Test
    void startThatIgnoresItsInterruptIsStoppedWhenItEndsAfterAll() {
        try (SpringRevisions revisions = revisions()) {
            // Given
            heedsInterrupts = false;
            Revision first = revisions.start("1");
            revisions.swap(first);
            Revision second = revisions.start("2");
            // When
            BerthException failure = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            int holders = second.holders().size();
            BerthException again = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            // Then
            assertThat(failure.getMessage()).endsWith("and ignores its interrupt");
            assertThat(holders).isOne();
            assertThat(again.getMessage()).contains("their last start has not ended");
            assertThat(first.state()).isInstanceOf(RevisionState.Active.class);
            // When
            hanging.countDown();
            boolean stopped = Eventually.holds(() -> second.holders().isEmpty()
                    && !feed(revisions, second, "feed").isRunning());
            // Then
            assertThat(stopped).isTrue();
            assertThat(feed(revisions, second, "feed").runs).isOne();
            assertThat(feed(revisions, second, "later").runs).isZero();
            assertThat(Eventually.holds(() -> second.calls().count() == 0)).isTrue();
            // When
            revisions.swap(second);
            // Then
            assertThat(feed(revisions, second, "later").isRunning()).isTrue();
        }
    }

    @Test
    void swapToARevisionWhoseLastStartStillHangsLeavesTheActiveOneAlone() {
        try (SpringRevisions revisions = revisions()) {
            // Given
            heedsInterrupts = false;
            Revision first = revisions.start("1");
            revisions.swap(first);
            Revision second = revisions.start("2");
            catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            RevisionState before = first.state();
            // When
            BerthException again = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            // Then
            assertThat(again.getMessage()).contains("their last start has not ended");
            assertThat(first.state())
                    .as("the old one has not drained meanwhile")
                    .isSameAs(before);
            hanging.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {HangingSchedule.class, HangingBean.class})
    void startThatHangsWithALockIsInterrupted(Class<?> configuration) {
        try (SpringRevisions revisions = new SpringRevisions(configuration).adjusting(TriggerStartIT::nameFeeds)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Revision second = revisions.start("2");
            // When
            BerthException failure = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            // Then
            assertThat(interrupted).isTrue();
            assertThat(failure.getMessage())
                    .contains("they had not started after 1.0 s")
                    .doesNotContain("ignores");
            assertThat(first.state()).isInstanceOf(RevisionState.Active.class);
            // When
            revisions.stop(second);
            // Then
            assertThat(second.state()).isInstanceOf(RevisionState.Stopped.class);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {HangingSchedule.class, HangingBean.class})
    void startThatHangsWithALockAndIgnoresItsInterruptKeepsNobodyFromGoingOn(Class<?> configuration) {
        try (SpringRevisions revisions = new SpringRevisions(configuration).adjusting(TriggerStartIT::nameFeeds)) {
            // Given
            heedsInterrupts = false;
            Revision first = revisions.start("1");
            revisions.swap(first);
            Revision second = revisions.start("2");
            // When
            BerthException failure = catchThrowableOfType(BerthException.class, () -> revisions.swap(second));
            // Then
            assertThat(failure.getMessage()).endsWith("and ignores its interrupt");
            assertThat(first.state()).isInstanceOf(RevisionState.Active.class);
            // When
            hanging.countDown();
            boolean ended = Eventually.holds(() -> second.holders().isEmpty());
            boolean left = scheduled(revisions, second);
            // Then
            assertThat(ended).isTrue();
            assertThat(left).as("what was scheduled too late").isFalse();
            // When
            revisions.swap(second);
            // Then
            assertThat(scheduled(revisions, second)).isTrue();
        }
    }

    @Test
    void swapWhenAScheduleOfTheOldRevisionHangsForItsNextTimeDoesNotWaitForIt() {
        try (SpringRevisions revisions = new SpringRevisions(HangingNextTime.class)) {
            // Given
            Revision first = revisions.start("1");
            revisions.swap(first);
            Eventually.holds(() -> TICKING.contains("asked"));
            // When
            revisions.swap(revisions.start("2"));
            boolean answered = TICKING.contains("answered");
            hanging.countDown();
            // Then
            assertThat(answered).as("its answer before the swap").isFalse();
            assertThat(Eventually.holds(() -> TICKING.contains("answered"))).isTrue();
        }
    }

    private static boolean scheduled(SpringRevisions revisions, Revision revision) {
        return revisions.context(revision).getBean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .anyMatch(task -> task.nextExecution() != null);
    }

    private static SpringRevisions revisions() {
        return new SpringRevisions(Feeds.class).adjusting(TriggerStartIT::nameFeeds);
    }

    private static void nameFeeds(GenericApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("settings", Map.of("berth.triggers", "feed,later")));
    }

    private static Feed feed(SpringRevisions revisions, Revision revision, String name) {
        return revisions.context(revision).getBean(name, Feed.class);
    }

    /** Hangs until it is let go, or for so long that a test which waits for it fails. */
    private static void hangUp() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (hanging.getCount() > 0 && System.nanoTime() < end) {
            try {
                hanging.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException given) {
                interrupted = true;
                if (heedsInterrupts) {
                    throw new IllegalStateException("It was interrupted", given);
                }
            }
        }
    }

    /** Asks for its time where Spring holds a lock. */
    @EnableScheduling
    static class HangingSchedule implements SchedulingConfigurer {

        @Value("${version}")
        private String version;

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addTriggerTask(() -> TICKING.add(version), context -> {
                if (version.equals("2")) {
                    hangUp();
                }
                return Instant.now().plusSeconds(3600);
            });
        }
    }

    /** Hangs on the first revision when it has run once, again where Spring holds a lock. */
    @EnableScheduling
    static class HangingNextTime implements SchedulingConfigurer {

        @Value("${version}")
        private String version;

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addTriggerTask(() -> TICKING.add(version), context -> {
                if (version.equals("1") && context.lastCompletion() != null) {
                    TICKING.add("asked");
                    hangUp();
                    TICKING.add("answered");
                }
                return Instant.now().plusMillis(10);
            });
        }
    }

    /** Is made at the start of the triggers only, where Spring holds a lock too; has a schedule behind it. */
    @EnableScheduling
    static class HangingBean {

        @Lazy
        @Bean
        static Feed feed(@Value("${version}") String version) {
            if (version.equals("2")) {
                hangUp();
            }
            return new Feed(false, 1);
        }

        @Scheduled(initialDelay = 3_600_000, fixedRate = 3_600_000)
        void tick() {
            // Is only there to be scheduled
        }
    }

    @EnableScheduling
    static class Feeds {

        @Bean
        static Feed feed(@Value("${version}") String version) {
            return new Feed(version.equals("2"), 1);
        }

        @Bean
        static Feed later() {
            return new Feed(false, 2);
        }

        @Value("${version}")
        private String version;

        @Scheduled(fixedRate = 10)
        void tick() {
            TICKING.add(version);
        }
    }

    /** Works under one lock, as many containers of messages do. */
    static class Feed implements SmartLifecycle {

        private final boolean hangs;
        private final int phase;
        private boolean running;
        private volatile int runs;

        Feed(boolean hangs, int phase) {
            this.hangs = hangs;
            this.phase = phase;
        }

        @Override
        public synchronized void start() {
            if (hangs) {
                hangUp();
            }
            runs = runs + 1;
            running = true;
        }

        @Override
        public synchronized void stop() {
            running = false;
        }

        @Override
        public synchronized boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
