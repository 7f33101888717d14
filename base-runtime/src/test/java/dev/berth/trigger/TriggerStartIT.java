package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** A trigger that hangs in its start, such as a listener whose broker is down, keeps nobody else from going on. */
@Timeout(60)
class TriggerStartIT {

    private static final Set<String> TICKING = ConcurrentHashMap.newKeySet();

    private static volatile CountDownLatch hanging;
    private static volatile boolean heedsInterrupts;

    @BeforeEach
    void hang() {
        hanging = new CountDownLatch(1);
        heedsInterrupts = true;
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
            while (hangs && hanging.getCount() > 0) {
                try {
                    hanging.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    if (heedsInterrupts) {
                        throw new IllegalStateException("It was interrupted", interrupted);
                    }
                }
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
