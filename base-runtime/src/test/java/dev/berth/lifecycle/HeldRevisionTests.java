package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A closed revision stays listed for as long as something holds it. */
class HeldRevisionTests {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision revision = RevisionFixture.staged("catalog", 1);
    private final Stuck stuck = new Stuck();
    private boolean sticksAtStart;
    private int released;

    private final BizLifecycle lifecycle = new BizLifecycle(
            registry, new FakeContainer(), this::run, HealthGate.OPEN, List.of(new Part()), Clock.systemUTC());

    @Test
    void startThatCanNotBeEndedLeavesAHeldRevision() {
        // Given
        sticksAtStart = true;
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.start(revision));
        // Then
        assertThat(registry.held()).containsExactly(revision);
        assertThat(registry.revisions()).containsExactly(revision);
        assertThat(revision.state()).isInstanceOfSatisfying(RevisionState.Held.class, held -> assertThat(held.holders())
                .containsExactly("a stuck thread"));
    }

    @Test
    void closeThatDoesNotEndLeavesAHeldRevisionThatIsNotActive() {
        // Given
        lifecycle.start(revision);
        lifecycle.check(revision);
        lifecycle.swap(revision);
        revision.heldBy(stuck);
        // When
        lifecycle.stop(revision, Duration.ZERO);
        // Then
        assertThat(registry.held()).containsExactly(revision);
        assertThat(registry.active(revision.id().name())).isEmpty();
    }

    @Test
    void revisionIsForgottenWhenNothingHoldsItAnyMore() {
        // Given
        lifecycle.start(revision);
        lifecycle.check(revision);
        lifecycle.swap(revision);
        revision.heldBy(stuck);
        lifecycle.stop(revision, Duration.ZERO);
        // When
        stuck.letGo();
        // Then
        assertThat(released).isEqualTo(2);
        assertThat(registry.held()).isEmpty();
        assertThat(registry.revisions()).isEmpty();
    }

    @Test
    void whatEndedInTimeHoldsNothing() {
        // Given
        lifecycle.start(revision);
        lifecycle.check(revision);
        revision.heldBy(stuck);
        stuck.gone = true;
        // When
        lifecycle.stop(revision, Duration.ZERO);
        // Then
        assertThat(revision.state()).isInstanceOf(RevisionState.Stopped.class);
        assertThat(registry.revisions()).isEmpty();
    }

    private BizApplication.Running run(Revision started, BizStart start) {
        if (sticksAtStart) {
            started.heldBy(stuck);
            throw new BerthException(ErrorCode.BIZ_START_TIMEOUT, "It had not started", "Wait.");
        }
        return timeout -> true;
    }

    private final class Part implements LifecycleParticipant {

        @Override
        public void release(Revision closed) {
            released++;
        }
    }

    private static final class Stuck implements Holder {

        private final List<Runnable> afterwards = new ArrayList<>();
        private boolean gone;

        @Override
        public String description() {
            return "a stuck thread";
        }

        @Override
        public boolean gone() {
            return gone;
        }

        @Override
        public void whenGone(Runnable action) {
            afterwards.add(action);
        }

        private void letGo() {
            gone = true;
            afterwards.forEach(Runnable::run);
        }
    }
}
