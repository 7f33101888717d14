package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A closed revision stays listed for as long as something holds it. */
class HeldRevisionTests {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision revision = RevisionFixture.staged("catalog", 1);
    private final Stuck stuck = new Stuck();
    private final Proof proof = new Proof();
    private boolean sticksAtStart;
    private boolean endsInRelease;
    private int released;

    private final BizLifecycle lifecycle = new BizLifecycle(
            registry, new FakeContainer(), this::run, HealthGate.OPEN, List.of(new Part()), proof, Clock.systemUTC());

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
    void revisionThatIsLetGoIsProvenAnew() {
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
        assertThat(proof.steps).containsExactly("watch HELD", "let go");
        assertThat(revision.isHeld()).isFalse();
        assertThat(registry.revisions()).containsExactly(revision);
    }

    @Test
    void revisionWhoseLoaderIsGoneIsForgotten() {
        // Given
        lifecycle.start(revision);
        lifecycle.check(revision);
        revision.heldBy(stuck);
        lifecycle.stop(revision, Duration.ZERO);
        // When
        registry.collected(revision, Duration.ofSeconds(1));
        // Then
        assertThat(revision.state()).isEqualTo(new RevisionState.Collected(Duration.ofSeconds(1)));
        assertThat(registry.revisions()).isEmpty();
    }

    @Test
    void revisionWhoseLoaderStaysIsListedAgain() {
        // Given
        lifecycle.start(revision);
        lifecycle.check(revision);
        lifecycle.stop(revision, Duration.ZERO);
        assertThat(registry.revisions()).isEmpty();
        // When
        registry.held(revision, Instant.now(), List.of("a timer"));
        // Then
        assertThat(registry.held()).containsExactly(revision);
        assertThat(registry.running(revision.id().name())).isEmpty();
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

    /** As when a thread heeds the second interrupt, which the cleaners give it. */
    @Test
    void whatEndsWhileItIsReleasedIsReleasedAgain() {
        // Given
        sticksAtStart = true;
        endsInRelease = true;
        // When
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.start(revision));
        // Then
        assertThat(released).isEqualTo(2);
        assertThat(proof.steps).containsExactly("watch FAILED", "let go");
        assertThat(registry.held()).isEmpty();
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
            if (endsInRelease) {
                stuck.letGo();
            }
        }
    }

    private static final class Proof implements LoaderProof {

        private final List<String> steps = new ArrayList<>();

        @Override
        public void watch(Revision closed, ClassLoader loader) {
            steps.add("watch " + closed.state().label());
        }

        @Override
        public void letGo(Revision closed) {
            steps.add("let go");
        }

        @Override
        public Optional<LoaderReport> await(Revision closed) {
            return Optional.empty();
        }

        @Override
        public void awaitAll() {}

        @Override
        public List<LoaderReport> lingering() {
            return List.of();
        }

        @Override
        public LoaderCounts counts() {
            return NONE.counts();
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
            if (gone) {
                action.run();
            } else {
                afterwards.add(action);
            }
        }

        private void letGo() {
            gone = true;
            afterwards.forEach(Runnable::run);
        }
    }
}
