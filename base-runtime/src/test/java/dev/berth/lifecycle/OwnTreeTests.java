package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import org.junit.jupiter.api.Test;

/** The tree of a call between biz on a thread that works for none. */
class OwnTreeTests {

    private static final CallTree.Look STILL_SO = seen -> true;

    private final RevisionRegistry registry = new RevisionRegistry();
    private final CallAdmission admission = new CallAdmission(registry);
    private final Revision first = RevisionFixture.staged("catalog", "1", 1);
    private final Revision second = RevisionFixture.staged("catalog", "2", 2);

    @Test
    void treeEndsWithTheLastThatLeavesItAndIsUsedAgain() {
        // Given
        CallTree tree = CallTree.join(admission);
        tree.enter(first, STILL_SO, "");
        // When
        CallTree nested = CallTree.join(admission);
        nested.leave(2);
        // Then
        assertThat(nested).isSameAs(tree);
        assertThat(first.calls().count()).isOne();
        tree.leave(1);
        assertThat(first.calls().count()).isZero();
        // And
        CallTree next = CallTree.join(admission);
        assertThat(next).isSameAs(tree);
        assertThat(next.has(first)).isFalse();
        next.leave(1);
    }

    @Test
    void treeThatWasAskedForIsNotUsedAgain() {
        // Given
        CallTree tree = CallTree.join(admission);
        CallTree.current();
        tree.leave(1);
        // When
        CallTree next = CallTree.join(admission);
        // Then
        assertThat(next).isNotSameAs(tree);
        next.leave(1);
    }

    @Test
    void treeEndsWithItsRootAlsoWhenAJoinFurtherInHasNotLeft() {
        // Given
        CallTree tree = CallTree.join(admission);
        int depth = tree.depth();
        tree.enter(first, STILL_SO, "");
        CallTree.join(admission);
        CallTree.join(admission);
        // When: where a stack overflows, the innermost do not get to leave
        tree.leave(depth);
        // Then
        assertThat(first.calls().count()).isZero();
        assertThat(CallTree.current()).isEmpty();
    }

    @Test
    void whatIsDoneApartIsARootOfItsOwn() {
        // Given
        CallTree tree = CallTree.join(admission);
        tree.enter(first, STILL_SO, "");
        // When
        try (CallTree.Binding apart = CallTree.apart()) {
            assertThat(CallTree.current()).isEmpty();
            CallTree inner = CallTree.join(admission);
            inner.enter(second, STILL_SO, "");
            inner.leave(inner.depth());
            // Then
            assertThat(inner).isNotSameAs(tree);
            assertThat(second.calls().count()).isZero();
            assertThat(first.calls().count()).isOne();
        }
        assertThat(CallTree.current()).containsSame(tree);
        tree.leave(1);
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void joinInAThreadThatWorksForATreeTakesThatOne() {
        // Given
        CallTree root = new CallTree(admission);
        // When
        try (CallTree.Binding bound = root.bind()) {
            CallTree joined = CallTree.join(admission);
            joined.enter(first, STILL_SO, "");
            joined.leave(joined.depth());
            // Then
            assertThat(joined).isSameAs(root);
        }
        assertThat(first.calls().count()).isOne();
        root.end();
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void enterWhenWhatWasSeenIsOverCountsNothing() {
        // Given
        CallTree tree = CallTree.join(admission);
        // When
        boolean entered = tree.enter(first, seen -> first.calls().count() == 0, "");
        // Then
        assertThat(entered).isFalse();
        assertThat(first.calls().count()).isZero();
        tree.leave(1);
    }

    @Test
    void isOnActiveOnlyUntilThePointerOfAnEnteredRevisionMoves() {
        // Given
        registry.pointTo(first);
        CallTree tree = new CallTree(admission);
        tree.enter(new BizName("catalog"));
        // When / Then
        assertThat(tree.isOnActiveOnly()).isTrue();
        registry.pointTo(second);
        assertThat(tree.isOnActiveOnly()).isFalse();
        registry.pointTo(first);
        assertThat(tree.isOnActiveOnly()).isTrue();
        registry.pointAwayFrom(first);
        assertThat(tree.isOnActiveOnly()).isFalse();
        tree.end();
    }

    @Test
    void treeEntersMoreRevisionsThanItHasRoomFor() {
        // Given
        CallTree tree = CallTree.join(admission);
        Revision[] many = new Revision[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = RevisionFixture.staged("biz-" + i, i);
            tree.enter(many[i], STILL_SO, "");
        }
        // Then
        assertThat(tree.entered()).containsExactly(many);
        tree.leave(1);
        assertThat(many).allMatch(revision -> revision.calls().count() == 0);
    }
}
