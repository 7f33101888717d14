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

/** The order of the way up and down, and that a failure anywhere is undone to the last step. */
class BizLifecycleTests {

    private final List<String> story = new ArrayList<>();
    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision revision = RevisionFixture.staged("catalog", 1);
    private String failingStep = "";

    private final BizLifecycle lifecycle = new BizLifecycle(
            registry,
            new Container(),
            new Application(),
            (started, running, timeLeft) -> step("check"),
            List.of(new Part("first"), new Part("second")),
            LoaderProof.NONE,
            Clock.systemUTC());

    @Test
    void upAndDownInOrder() {
        // When
        ready(revision);
        lifecycle.swap(revision);
        StopReport report = lifecycle.stop(revision, Duration.ZERO);
        // Then
        assertThat(story)
                .containsExactly(
                        "open",
                        "prepare first",
                        "prepare second",
                        "run",
                        "check",
                        "admit first",
                        "admit second",
                        "activate first",
                        "activate second",
                        "activated",
                        "quiesce second",
                        "quiesce first",
                        "deactivated",
                        "close application",
                        "release second",
                        "release first",
                        "close");
        assertThat(report).isEqualTo(new StopReport(new DrainReport(0, List.of(), true), true));
        assertThat(revision.state()).isInstanceOf(RevisionState.Stopped.class);
        assertThat(registry.revisions()).isEmpty();
    }

    @Test
    void nobodySeesARevisionThatIsNotActivated() {
        // When
        ready(revision);
        // Then
        assertThat(registry.active(revision.id().name())).isEmpty();
        assertThat(registry.revisions()).containsExactly(revision);
        assertThat(revision.state()).isInstanceOf(RevisionState.Ready.class);
    }

    @Test
    void failureOfTheContainerLeavesNothing() {
        failsAt("open", "open");
    }

    @Test
    void failureOfAParticipantReleasesItAndThoseBefore() {
        failsAt(
                "prepare second",
                "open",
                "prepare first",
                "prepare second",
                "release second",
                "release first",
                "close");
    }

    @Test
    void failureOfTheApplicationReleasesAll() {
        failsAt("run", "open", "prepare first", "prepare second", "run", "release second", "release first", "close");
    }

    @Test
    void failureOfTheGateReleasesAll() {
        // Given
        failingStep = "check";
        lifecycle.start(revision);
        // Then
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.check(revision));
        assertThat(story).endsWith("close application", "release second", "release first", "close");
        assertThat(revision.state()).isInstanceOf(RevisionState.Failed.class);
        assertThat(registry.revisions()).isEmpty();
    }

    private void failsAt(String step, String... expected) {
        // Given
        failingStep = step;
        // Then
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.start(revision));
        assertThat(story).containsExactly(expected);
        assertThat(revision.state())
                .isInstanceOfSatisfying(RevisionState.Failed.class, failed -> assertThat(failed.stage())
                        .isEqualTo(RevisionState.Stage.START));
        assertThat(registry.revisions()).isEmpty();
    }

    @Test
    void failureOfTheFirstActivationLeavesNothingActive() {
        // Given
        failingStep = "activate second";
        ready(revision);
        // Then
        assertThatExceptionOfType(BerthException.class).isThrownBy(() -> lifecycle.swap(revision));
        assertThat(story).endsWith("quiesce second", "quiesce first", "deactivated");
        assertThat(registry.active(revision.id().name())).isEmpty();
        assertThat(revision.state()).isInstanceOf(RevisionState.Draining.class);
    }

    @Test
    void stepThatThrowsOnTheWayDownDoesNotKeepTheOthers() {
        // Given
        ready(revision);
        lifecycle.swap(revision);
        failingStep = "quiesce second";
        // When
        lifecycle.stop(revision, Duration.ZERO);
        // Then
        assertThat(story)
                .endsWith(
                        "quiesce first",
                        "deactivated",
                        "close application",
                        "release second",
                        "release first",
                        "close");
    }

    @Test
    void callsThatDoNotEndAreReported() {
        // Given
        ready(revision);
        lifecycle.swap(revision);
        revision.calls().enter();
        // When
        StopReport report = lifecycle.stop(revision, Duration.ofMillis(5));
        // Then
        assertThat(report).isEqualTo(new StopReport(new DrainReport(1, List.of(), true), true));
    }

    @Test
    void startingTwiceIsAnError() {
        // Given
        ready(revision);
        // Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> lifecycle.start(revision))
                .withMessageContaining("is READY and not STAGED")
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    private void ready(Revision started) {
        lifecycle.start(started);
        lifecycle.check(started);
    }

    private void step(String name) {
        story.add(name);
        if (name.equals(failingStep)) {
            throw new IllegalStateException(name + " failed");
        }
    }

    private final class Part implements LifecycleParticipant {

        private final String name;

        private Part(String name) {
            this.name = name;
        }

        @Override
        public void prepare(Revision prepared, BizStart start) {
            step("prepare " + name);
        }

        @Override
        public void admit(Revision admitted) {
            step("admit " + name);
        }

        @Override
        public void activate(Revision activated) {
            step("activate " + name);
        }

        @Override
        public void quiesce(Revision quiesced) {
            step("quiesce " + name);
        }

        @Override
        public void release(Revision released) {
            step("release " + name);
        }
    }

    private final class Container implements BizContainer {

        @Override
        public HostedBiz open(Revision opened) {
            step("open");
            return new HostedBiz() {

                @Override
                public ClassLoader classLoader() {
                    return BizLifecycleTests.class.getClassLoader();
                }

                @Override
                public void activated() {
                    step("activated");
                }

                @Override
                public void deactivated() {
                    step("deactivated");
                }

                @Override
                public void close() {
                    step("close");
                }
            };
        }
    }

    private final class Application implements BizApplication {

        @Override
        public Running run(Revision started, BizStart start) {
            step("run");
            return timeout -> {
                step("close application");
                return true;
            };
        }
    }
}
