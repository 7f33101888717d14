package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.biz.RevisionId;
import dev.berth.linkage.Linkage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BizThreadTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch latch = new CountDownLatch(1);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
        latch.countDown();
    }

    @Test
    void runUntilWhenCallerIsInterruptedReturnsAtOnce() {
        // Given
        BizThread thread = thread(this::awaitLatch);
        Thread.currentThread().interrupt();
        // When
        boolean ended = thread.runUntil(LONG);
        // Then
        assertThat(ended).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void runToEndWhenCallerIsInterruptedWaitsAllTheSame() {
        // Given
        BizThread thread = thread(() -> sleep(50));
        Thread.currentThread().interrupt();
        // When
        boolean ended = thread.runToEnd(LONG);
        // Then
        assertThat(ended).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void runToEndWhenTaskLastsTooLongReturnsAtTheTimeout() {
        assertThat(thread(this::awaitLatch).runToEnd(Duration.ofMillis(20))).isFalse();
    }

    @Test
    void interruptAndJoinWhenCallerIsInterruptedTooSeesTheEnd() {
        // Given
        BizThread thread = thread(this::awaitLatch);
        Thread.currentThread().interrupt();
        thread.runUntil(LONG);
        // When
        boolean ended = thread.interruptAndJoin(LONG);
        // Then
        assertThat(ended).isTrue();
        assertThat(thread.failure().orElseThrow()).hasMessage("interrupted");
    }

    private BizThread thread(Runnable task) {
        RevisionSpec spec = new RevisionSpec(
                new Digest("0".repeat(64)),
                "stock",
                Map.of(),
                "com.example.Main",
                List.of(),
                new Linkage(List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Path.of("work"),
                LONG,
                Instant.EPOCH);
        RevisionId id = new RevisionId(new BizId(new BizName("shop"), new BizVersion("1")), 1);
        return new BizThread(new Revision(id, spec), "test", getClass().getClassLoader(), task);
    }

    private void awaitLatch() {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
