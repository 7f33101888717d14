package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.api.spi.SpiProvider;
import dev.berth.biz.BizName;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a call tree sees while the table follows a pointer, and when its revision has gone under it. */
class ProviderChangeTests {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision first = RevisionFixture.staged("shop", "1", 1);
    private final Revision second = RevisionFixture.staged("shop", "2", 2);

    @Test
    void treeThatMetTheNextVersionStaysOnItWhileOtherSpisStillShowTheOneBefore() {
        // Given: two SPIs that are published one after the other, as two tables of one registry make visible
        TableFixture outer = new TableFixture(registry);
        List<String> meanwhile = new ArrayList<>();
        Counter stub = outer.sole(Counter.class);
        AtomicBoolean asking = new AtomicBoolean();
        registry.onMove(name -> {
            if (asking.get()) {
                meanwhile.add(stub.next());
            }
        });
        TableFixture inner = new TableFixture(registry);
        Counter nested = inner.sole(Counter.class);
        provide(inner, first, "inner", () -> "inner 1");
        provide(inner, second, "inner", () -> "inner 2");
        provide(outer, first, "outer", () -> "1 " + nested.next());
        provide(outer, second, "outer", () -> "2 " + nested.next());
        inner.point(first);
        asking.set(true);
        // When
        inner.point(second);
        // Then
        assertThat(meanwhile).containsExactly("2 inner 2");
        assertThat(first.calls().count()).isZero();
        assertThat(second.calls().count()).isZero();
    }

    @Test
    void treeOnAVersionThatIsRolledBackToStaysOnItWhileItsSpisStillShowTheNext() {
        // Given
        List<String> meanwhile = new ArrayList<>();
        List<Counter> nested = new ArrayList<>();
        registry.onMove(name -> nested.forEach(stub -> meanwhile.add(stub.next())));
        TableFixture fixture = new TableFixture(registry);
        Counter inner = fixture.stub(Counter.class, PatternType.ID, "inner");
        provide(fixture, first, "outer", () -> {
            fixture.point(second);
            nested.add(inner);
            fixture.point(first);
            nested.clear();
            return "1";
        });
        provide(fixture, first, "inner", () -> "inner 1");
        provide(fixture, second, "inner", () -> "inner 2");
        fixture.point(first);
        // When
        fixture.stub(Counter.class, PatternType.ID, "outer").next();
        // Then
        assertThat(meanwhile).containsExactly("inner 1");
        assertThat(second.calls().count()).isZero();
    }

    @Test
    void callByIdOfATreeWhoseVersionWasStoppedSaysSoThoughTheNextVersionProvidesIt() {
        // Given
        TableFixture fixture = new TableFixture(registry);
        provide(fixture, first, "one", () -> "first");
        provide(fixture, second, "one", () -> "second");
        fixture.point(first);
        Counter stub = fixture.stub(Counter.class, PatternType.ID, "one");
        CallTree tree = entered();
        // When
        fixture.point(second);
        fixture.table.release(first);
        // Then
        assertThat(goneFor(tree, stub))
                .isEqualTo(
                        "Provider 'one' 1.0 of biz 'shop:1' of 'counter' with the id 'one' has gone: this call began on"
                                + " version '1' of biz 'shop', which has been stopped");
        assertThat(stub.next()).isEqualTo("second");
    }

    @Test
    void callOfATreeWhoseVersionWasStoppedDoesNotFallToTheDefaultOfTheBase() {
        // Given
        TableFixture fixture = new TableFixture(registry);
        provide(fixture, null, "list", () -> "default of the base");
        fixture.register(first, new Ruled(), "ruled");
        provide(fixture, first, "one", () -> "first");
        fixture.point(first);
        Counter sole = fixture.sole(Counter.class);
        Counter byRule = fixture.stub(Counter.class, PatternType.RULE, "{\"a\":1}");
        CallTree tree = entered();
        // When
        fixture.point(second);
        fixture.table.release(first);
        // Then
        assertThat(goneFor(tree, sole))
                .endsWith("this call began on version '1' of biz 'shop', which has been stopped");
        assertThat(goneFor(tree, byRule)).contains("'ruled'").endsWith("which has been stopped");
        assertThat(sole.next()).isEqualTo("default of the base");
        assertThat(byRule.next()).isEqualTo("default of the base");
    }

    @Test
    void callAfterABizCameBackWithoutTheProviderIsNotToldThatItIsUninstalled() {
        // Given
        TableFixture fixture = new TableFixture(registry);
        provide(fixture, first, "one", () -> "first");
        fixture.point(first);
        Counter stub = fixture.stub(Counter.class, PatternType.ID, "one");
        fixture.pointAway(first);
        fixture.table.release(first);
        fixture.table.uninstalled(new BizName("shop"));
        // When / Then
        fixture.point(second);
        assertThat(gone(stub)).endsWith("version '2' of biz 'shop', which is active now, does not provide it");
        fixture.pointAway(second);
        assertThat(gone(stub)).endsWith("biz 'shop' is stopped");
    }

    @Test
    void recursionThatOverflowsTheStackLeavesNoTreeBehind() throws Exception {
        // Given
        TableFixture fixture = new TableFixture(registry);
        Counter even = fixture.stub(Counter.class, PatternType.ID, "even");
        Counter odd = fixture.stub(Counter.class, PatternType.ID, "odd");
        provide(fixture, first, "even", odd::next);
        provide(fixture, first, "odd", even::next);
        fixture.point(first);
        List<Boolean> left = new ArrayList<>();
        // When
        Thread caller = new Thread(
                null,
                () -> {
                    for (int round = 0; round < 50; round++) {
                        overflow(even);
                        left.add(CallTree.current().isPresent());
                    }
                },
                "overflow",
                256 * 1024);
        caller.start();
        caller.join();
        // Then
        assertThat(left).hasSize(50).containsOnly(false);
        assertThat(first.calls().count()).isZero();
    }

    private static void overflow(Counter stub) {
        try {
            stub.next();
        } catch (StackOverflowError expected) {
            // Where it is met decides what of the innermost stub's end still runs
            assertThat(expected).isNotNull();
        }
    }

    private CallTree entered() {
        CallTree tree = new CallTree(new CallAdmission(registry));
        assertThat(tree.enter(new BizName("shop"))).isPresent();
        return tree;
    }

    private static void provide(TableFixture fixture, Revision revision, String id, Supplier<String> answer) {
        fixture.register(revision, (Counter) answer::get, id);
    }

    private static String goneFor(CallTree tree, Counter stub) {
        try (CallTree.Binding bound = tree.bind()) {
            return gone(stub);
        }
    }

    private static String gone(Counter stub) {
        return assertThatExceptionOfType(ProviderGoneException.class)
                .isThrownBy(stub::next)
                .actual()
                .getMessage();
    }

    @SpiProvider(rule = "{\"a\":1}")
    private static final class Ruled implements Counter {

        @Override
        public String next() {
            return "ruled";
        }
    }
}
