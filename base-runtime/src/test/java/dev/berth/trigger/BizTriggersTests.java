package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.lifecycle.BizThread;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a failed start of triggers leaves for the next one. */
class BizTriggersTests {

    private final Revision revision = RevisionFixture.staged("ticker", 1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Queue<BizThread> threads = new ArrayDeque<>();

    @Test
    void startWhenTheThreadOfTheLastCouldNotBeStartedIsNotRefused() {
        // Given
        RevisionRuns runs = new RevisionRuns(revision, new CallAdmission(new RevisionRegistry()), new TaskRuns());
        BizTriggers triggers = new BizTriggers(revision, getClass().getClassLoader(), runs, task -> threads.remove());
        threads.add(neverStarts());
        threads.add(thread(() -> {}));
        // When
        Throwable first = catchThrowable(triggers::start);
        // Then
        assertThat(first).isInstanceOf(IllegalThreadStateException.class);
        assertThatCode(triggers::start).doesNotThrowAnyException();
        done.countDown();
    }

    /** Runs already, so that its start fails as one does for which there is no memory. */
    private BizThread neverStarts() {
        BizThread thread = thread(this::awaitDone);
        thread.runToEnd(Duration.ZERO);
        return thread;
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private BizThread thread(Runnable task) {
        return new BizThread(revision, "triggers", getClass().getClassLoader(), task);
    }
}
