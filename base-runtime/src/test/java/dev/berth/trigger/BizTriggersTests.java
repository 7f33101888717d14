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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

/** When the start of triggers has a thread, and what a failed one leaves for the next. */
class BizTriggersTests {

    private final Revision revision = RevisionFixture.staged("ticker", 1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Queue<BizThread> threads = new ArrayDeque<>();
    private final GenericApplicationContext context = new GenericApplicationContext();
    private final BizTriggers triggers = new BizTriggers(
            revision,
            getClass().getClassLoader(),
            new RevisionRuns(revision, new CallAdmission(new RevisionRegistry()), new TaskRuns()),
            task -> threads.remove());

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void startWhenTheThreadOfTheLastCouldNotBeStartedIsNotRefused() {
        // Given
        attach("berth.triggers=part");
        threads.add(neverStarts());
        threads.add(thread(() -> {}));
        // When
        Throwable first = catchThrowable(triggers::start);
        // Then
        assertThat(first).isInstanceOf(IllegalThreadStateException.class);
        assertThatCode(triggers::start).doesNotThrowAnyException();
        done.countDown();
    }

    @Test
    void startOfABizWithoutTriggersTakesNoThread() {
        // Given
        attach("berth.triggers=another");
        // When
        Throwable failure = catchThrowable(triggers::start);
        // Then
        assertThat(failure).isNull();
        assertThat(threads).isEmpty();
    }

    @Test
    void startOfABizWithABeanThatCouldBeATriggerTakesAThread() {
        // Given
        attach("berth.triggers=lazy");
        threads.add(thread(() -> {}));
        // When
        Throwable failure = catchThrowable(triggers::start);
        // Then
        assertThat(failure).isNull();
        assertThat(threads).isEmpty();
    }

    private void attach(String setting) {
        TestPropertyValues.of(setting).applyTo(context);
        context.registerBean("part", Feed.class);
        if (setting.endsWith("=lazy")) {
            context.registerBean("lazy", Feed.class, definition -> definition.setLazyInit(true));
        }
        triggers.attach(context);
        context.refresh();
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
