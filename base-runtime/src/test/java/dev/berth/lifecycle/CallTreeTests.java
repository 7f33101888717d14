package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.berth.biz.BizName;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallTreeTests {

    private static final BizName CATALOG = new BizName("catalog");
    private static final BizName PRICING = new BizName("pricing");

    private final RevisionRegistry registry = new RevisionRegistry();
    private final CallAdmission admission = new CallAdmission(registry);
    private final Revision first = RevisionFixture.staged("catalog", "1", 1);
    private final Revision second = RevisionFixture.staged("catalog", "2", 2);
    private final Revision pricing = RevisionFixture.staged("pricing", "1", 3);

    @Test
    void enterAgainStaysOnTheRevisionThatWasEntered() {
        // Given
        registry.pointTo(first);
        registry.pointTo(pricing);
        CallTree tree = new CallTree(admission);
        tree.enter(CATALOG);
        // When
        registry.pointTo(second);
        Optional<Revision> again = tree.enter(CATALOG);
        Optional<Revision> other = tree.enter(PRICING);
        // Then
        assertThat(again).containsSame(first);
        assertThat(other).containsSame(pricing);
        assertThat(first.calls().count()).isOne();
        assertThat(second.calls().count()).isZero();
        assertThat(pricing.calls().count()).isOne();
    }

    @Test
    void endGivesEveryCountBackOnce() {
        // Given
        registry.pointTo(first);
        registry.pointTo(pricing);
        CallTree tree = new CallTree(admission);
        tree.enter(CATALOG);
        tree.enter(PRICING);
        // When
        tree.end();
        tree.end();
        // Then
        assertThat(first.calls().count()).isZero();
        assertThat(pricing.calls().count()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> tree.enter(CATALOG));
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void enterWhenNothingIsActiveHoldsNothing() {
        // Given
        CallTree tree = new CallTree(admission);
        // When / Then
        assertThat(tree.enter(CATALOG)).isEmpty();
        registry.pointTo(first);
        assertThat(tree.enter(CATALOG)).containsSame(first);
    }

    @Test
    void enterOneRevisionKeepsTheTreeOnIt() {
        // Given
        registry.pointTo(first);
        second.transition(RevisionState.Staged.class, staged -> staged.start(Instant.EPOCH));
        second.transition(RevisionState.Starting.class, starting -> starting.ready(Instant.EPOCH));
        CallTree tree = new CallTree(admission);
        // When / Then
        assertThat(tree.enter(second)).isTrue();
        assertThat(tree.enter(CATALOG)).containsSame(second);
        assertThat(tree.enter(first)).isFalse();
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void rootIsKnownToEveryRevisionWhileItRuns() {
        // Given
        registry.pointTo(first);
        RunningCall call = new NamedCall();
        CallTree tree = new CallTree(admission, call);
        // When
        tree.enter(CATALOG);
        // Then
        assertThat(first.calls().running()).containsExactly(call);
        tree.end();
        assertThat(first.calls().running()).isEmpty();
    }

    @Test
    void bindMakesAThreadWorkForATreeUntilItIsClosed() {
        // Given
        CallTree outer = new CallTree(admission);
        CallTree inner = new CallTree(admission);
        // When
        try (CallTree.Binding outside = outer.bind()) {
            try (CallTree.Binding inside = inner.bind()) {
                assertThat(CallTree.current()).containsSame(inner);
            }
            // Then
            assertThat(CallTree.current()).containsSame(outer);
        }
        assertThat(CallTree.current()).isEmpty();
    }

    private static final class NamedCall implements RunningCall {

        @Override
        public String description() {
            return "GET /catalog";
        }

        @Override
        public Optional<Thread> thread() {
            return Optional.empty();
        }

        @Override
        public void breakOff() {}
    }
}
