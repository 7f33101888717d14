package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The order of a swap, that a failure in it swaps back, and what a drain does. */
class SwapTests {

    private static final BizName NAME = new BizName("catalog");

    private final List<String> story = new ArrayList<>();
    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision old = RevisionFixture.staged("catalog", "1", 1);
    private final Revision next = RevisionFixture.staged("catalog", "2", 2);
    private volatile boolean busyExecutors;
    private List<RunningCall> tasks = List.of();
    private Set<String> failingSteps = Set.of();

    private final FakeContainer container = new FakeContainer();
    private final BizLifecycle lifecycle = new BizLifecycle(
            registry,
            container,
            new Application(),
            HealthGate.OPEN,
            List.of(new Part()),
            LoaderProof.NONE,
            Clock.systemUTC());

    private void oldIsActive() {
        ready(old);
        lifecycle.swap(old);
        ready(next);
        story.clear();
    }

    private void ready(Revision revision) {
        lifecycle.start(revision);
        lifecycle.check(revision);
    }

    @Test
    void swapQuiescesTheOldBeforeItStartsTheNew() {
        // Given
        oldIsActive();
        // When
        Optional<Revision> before = lifecycle.swap(next);
        // Then
        assertThat(before).containsSame(old);
        assertThat(registry.active(NAME)).containsSame(next);
        assertThat(next.state()).isInstanceOf(RevisionState.Active.class);
        assertThat(old.state()).isInstanceOf(RevisionState.Draining.class);
        assertThat(story).containsExactly("admit 2 while 1", "quiesce 1 while 2", "activate 2 while 2");
    }

    @Test
    void swapWhenAdmitFailsLeavesTheOldUntouched() {
        // Given
        oldIsActive();
        failingSteps = Set.of("admit 2");
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(next));
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(old.state()).isInstanceOf(RevisionState.Active.class);
        assertThat(next.state()).isInstanceOf(RevisionState.Ready.class);
        assertThat(story).containsExactly("admit 2 while 1", "quiesce 2 while 1");
    }

    @Test
    void swapWhenActivateFailsSwapsBack() {
        // Given
        oldIsActive();
        failingSteps = Set.of("activate 2");
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(next));
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(old.state()).isInstanceOf(RevisionState.Active.class);
        assertThat(next.state()).isInstanceOf(RevisionState.Draining.class);
        assertThat(story).endsWith("activate 2 while 2", "admit 1 while 2", "quiesce 2 while 1", "activate 1 while 1");
    }

    @Test
    void swapBackWhenTheOldIsNotFullyAdmittedAgainTakesNothingFromIt() {
        // Given
        oldIsActive();
        failingSteps = Set.of("activate 2", "admit 1");
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(next));
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(story).endsWith("admit 1 while 2", "quiesce 2 while 1", "activate 1 while 1");
    }

    @Test
    void swapBackWhenTheOldIsNotFullyActivatedAgainTellsTheContainerThatItServes() {
        // Given
        oldIsActive();
        failingSteps = Set.of("activate 2", "activate 1");
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(next));
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(container.told).endsWith("deactivated 1", "deactivated 2", "activated 1");
    }

    @Test
    void swapWhenAListenerOfThePointerFailsSwapsBack() {
        // Given
        oldIsActive();
        registry.onMove(name -> {
            if (registry.active(name).filter(next::equals).isPresent()) {
                throw new IllegalStateException("It does not follow");
            }
        });
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(next));
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(old.state()).isInstanceOf(RevisionState.Active.class);
        assertThat(next.state()).isInstanceOf(RevisionState.Draining.class);
        assertThat(story).endsWith("quiesce 2 while 1", "activate 1 while 1");
    }

    @Test
    void swapToOneThatDrainsIsARollback() throws Exception {
        // Given
        oldIsActive();
        lifecycle.swap(next);
        old.calls().enter();
        CompletableFuture<Optional<DrainReport>> drain = drainInBackground(old, Duration.ofSeconds(30));
        // When
        lifecycle.swap(old);
        // Then
        assertThat(registry.active(NAME)).containsSame(old);
        assertThat(drain.get(5, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void swapToAStandbyAdmitsAndActivatesItAgain() throws Exception {
        // Given
        oldIsActive();
        lifecycle.swap(next);
        lifecycle.drain(old, draining(old), Duration.ZERO);
        lifecycle.standBy(old);
        story.clear();
        // When
        lifecycle.swap(old);
        // Then
        assertThat(story).containsExactly("admit 1 while 2", "quiesce 2 while 1", "activate 1 while 1");
        assertThat(old.state()).isInstanceOf(RevisionState.Active.class);
    }

    @Test
    void drainWhenTheLastCallEndsReportsNothing() throws Exception {
        // Given
        oldIsActive();
        old.calls().enter();
        lifecycle.swap(next);
        CompletableFuture<Optional<DrainReport>> drain = drainInBackground(old, Duration.ofSeconds(30));
        // When
        old.calls().exit();
        // Then
        assertThat(drain.get(5, TimeUnit.SECONDS)).contains(new DrainReport(0, List.of(), true));
    }

    @Test
    void drainAtTheDeadlineBreaksOffAndReportsWhatRuns() throws Exception {
        // Given
        oldIsActive();
        SleepingCall call = new SleepingCall(old);
        lifecycle.swap(next);
        // When
        DrainReport report =
                lifecycle.drain(old, draining(old), Duration.ofMillis(20)).orElseThrow();
        // Then
        assertThat(report.callsLeft()).isOne();
        assertThat(report.drained()).isFalse();
        assertThat(report.cut()).singleElement().satisfies(cut -> {
            assertThat(cut.description()).isEqualTo("GET /slow");
            assertThat(cut.thread()).isEqualTo("sleeper");
            assertThat(cut.stack()).contains("Thread.sleep");
        });
        call.thread.join(5_000);
        assertThat(call.thread.isAlive()).isFalse();
        assertThat(old.calls().count()).isZero();
    }

    @Test
    void drainWhenExecutorsWorkOnSaysSo() throws Exception {
        // Given
        oldIsActive();
        busyExecutors = true;
        lifecycle.swap(next);
        // When
        Optional<DrainReport> report = lifecycle.drain(old, draining(old), Duration.ofMillis(10));
        // Then
        assertThat(report).contains(new DrainReport(0, List.of(), false));
    }

    @Test
    void drainAtTheDeadlineBreaksOffWhatExecutorsDo() throws Exception {
        // Given
        oldIsActive();
        busyExecutors = true;
        lifecycle.swap(next);
        SleepingCall task = new SleepingCall(next);
        tasks = List.of(task);
        // When
        DrainReport report =
                lifecycle.drain(old, draining(old), Duration.ofMillis(10)).orElseThrow();
        // Then
        assertThat(report.callsLeft()).isZero();
        assertThat(report.drained()).isFalse();
        assertThat(report.cut()).singleElement().satisfies(cut -> assertThat(cut.stack())
                .contains("Thread.sleep"));
        task.thread.join(5_000);
        assertThat(task.thread.isAlive()).isFalse();
    }

    @Test
    void deactivateLeavesNothingActive() {
        // Given
        oldIsActive();
        // When
        lifecycle.deactivate(old);
        // Then
        assertThat(registry.active(NAME)).isEmpty();
        assertThat(old.state()).isInstanceOf(RevisionState.Draining.class);
        assertThat(story).containsExactly("quiesce 1 while none");
    }

    private static RevisionState.Draining draining(Revision revision) {
        return (RevisionState.Draining) revision.state();
    }

    private CompletableFuture<Optional<DrainReport>> drainInBackground(Revision revision, Duration timeout) {
        RevisionState.Draining draining = draining(revision);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return lifecycle.drain(revision, draining, timeout);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    /** Notes each step with the version that the pointer names at that moment. */
    private final class Part implements LifecycleParticipant {

        @Override
        public void admit(Revision revision) {
            step("admit", revision);
        }

        @Override
        public void activate(Revision revision) {
            step("activate", revision);
        }

        @Override
        public void quiesce(Revision revision) {
            step("quiesce", revision);
        }

        private void step(String name, Revision revision) {
            String active = registry.active(NAME)
                    .map(each -> each.id().version().value())
                    .orElse("none");
            String step = name + " " + revision.id().version();
            story.add(step + " while " + active);
            if (failingSteps.contains(step)) {
                throw new IllegalStateException(step + " failed");
            }
        }
    }

    private final class Application implements BizApplication {

        @Override
        public Running run(Revision started, BizStart start) {
            return new Running() {

                @Override
                public boolean awaitIdle(Duration timeout) {
                    return !busyExecutors;
                }

                @Override
                public List<RunningCall> atWork() {
                    return tasks;
                }

                @Override
                public boolean close(Duration timeout) {
                    return true;
                }
            };
        }
    }

    private static final class SleepingCall implements RunningCall {

        private final Thread thread;

        private SleepingCall(Revision revision) {
            revision.calls().enter();
            revision.calls().register(this);
            thread = new Thread(
                    () -> {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException brokenOff) {
                            revision.calls().unregister(this);
                            revision.calls().exit();
                        }
                    },
                    "sleeper");
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        @Override
        public String description() {
            return "GET /slow";
        }

        @Override
        public Optional<Thread> thread() {
            return Optional.of(thread);
        }

        @Override
        public void breakOff() {
            thread.interrupt();
        }
    }
}
