package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.berth.api.spi.AmbiguousProviderException;
import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.ProviderGoneException;
import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.RoutingPolicy;
import dev.berth.api.spi.SpiProvider;
import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which provider a stub calls while pointers move, and what is counted where. */
class ProviderTableTests {

    private final TableFixture fixture = new TableFixture();
    private final Revision first = RevisionFixture.staged("shop", "1", 1);
    private final Revision second = RevisionFixture.staged("shop", "2", 2);
    private final Revision other = RevisionFixture.staged("site", "1", 3);

    @Test
    void callGoesWhereThePointerPoints() {
        // Given
        Counter stub = fixture.sole(Counter.class);
        provide(first, "one", () -> "first");
        provide(second, "one", () -> "second");
        // When / Then
        assertThatExceptionOfType(NoProviderException.class).isThrownBy(stub::next);
        fixture.point(first);
        assertThat(stub.next()).isEqualTo("first");
        fixture.point(second);
        assertThat(stub.next()).isEqualTo("second");
        fixture.point(first);
        assertThat(stub.next()).isEqualTo("first");
    }

    @Test
    void callIsCountedInItsRevisionUntilItEnds() {
        // Given
        List<Long> seen = new ArrayList<>();
        provide(first, "one", () -> {
            seen.add(first.calls().count());
            return "";
        });
        fixture.point(first);
        Counter stub = fixture.sole(Counter.class);
        // When
        stub.next();
        stub.next();
        // Then
        assertThat(seen).containsExactly(1L, 1L);
        assertThat(first.calls().count()).isZero();
        assertThat(CallTree.current()).isEmpty();
    }

    @Test
    void callThatFailsEndsToo() {
        // Given
        provide(first, "one", () -> {
            throw new IllegalStateException("broken");
        });
        fixture.point(first);
        Counter stub = fixture.sole(Counter.class);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // When
        assertThatIllegalStateException().isThrownBy(stub::next);
        // Then
        assertThat(first.calls().count()).isZero();
        assertThat(CallTree.current()).isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void callThatFindsNoneLeavesNothingBehind() {
        // Given
        Counter stub = fixture.sole(Counter.class);
        // When
        assertThatExceptionOfType(NoProviderException.class).isThrownBy(stub::next);
        // Then
        assertThat(CallTree.current()).isEmpty();
    }

    @Test
    void treeStaysOnTheRevisionThatItEnteredAndTheNextOneFollows() {
        // Given
        Counter stub = fixture.sole(Counter.class);
        List<String> inside = new ArrayList<>();
        Counter shop = new Counter() {
            @Override
            public String next() {
                fixture.point(second);
                inside.add(fixture.stub(Counter.class, PatternType.ID, "inner").next());
                return "first";
            }
        };
        fixture.register(first, shop, "outer");
        provide(first, "inner", () -> "inner of the first");
        provide(second, "inner", () -> "inner of the second");
        provide(second, "outer", () -> "second");
        fixture.point(first);
        Counter outer = fixture.stub(Counter.class, PatternType.ID, "outer");
        // When
        String result = outer.next();
        // Then
        assertThat(result).isEqualTo("first");
        assertThat(inside).containsExactly("inner of the first");
        assertThat(outer.next()).isEqualTo("second");
        assertThat(first.calls().count()).isZero();
        assertThat(second.calls().count()).isZero();
        assertThat(stub).isNotNull();
    }

    @Test
    void treeThatEnteredARevisionWithTheProviderKeepsItWhenTheNextVersionHasNone() {
        // Given
        provide(null, "list", () -> "default of the base");
        provide(first, "one", () -> "first");
        fixture.point(first);
        Counter stub = fixture.sole(Counter.class);
        CallTree tree = new CallTree(new CallAdmission(fixture.registry));
        tree.enter(new BizName("shop"));
        // When
        fixture.point(second);
        // Then
        try (CallTree.Binding bound = tree.bind()) {
            assertThat(stub.next()).isEqualTo("first");
        }
        tree.end();
        assertThat(stub.next()).isEqualTo("default of the base");
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void treeHoldsEachRevisionOnceUntilItsRootEnds() {
        // Given
        provide(first, "one", () -> "first");
        fixture.point(first);
        Counter stub = fixture.sole(Counter.class);
        CallTree tree = new CallTree(new CallAdmission(fixture.registry));
        // When
        try (CallTree.Binding bound = tree.bind()) {
            stub.next();
            stub.next();
        }
        // Then
        assertThat(first.calls().count()).isOne();
        tree.end();
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void treeOfACallThatWasHandedToAnotherThreadOutlivesItsRootWithoutACount() throws Exception {
        // Given
        List<CompletableFuture<Object>> handed = new ArrayList<>();
        Counter inner = fixture.stub(Counter.class, PatternType.ID, "inner");
        provide(first, "inner", () -> "inner");
        provide(first, "outer", () -> {
            CallTree tree = CallTree.current().orElseThrow();
            handed.add(CompletableFuture.supplyAsync(() -> {
                try (CallTree.Binding bound = tree.bind()) {
                    return inner.next();
                }
            }));
            return handed.get(0).join().toString();
        });
        fixture.point(first);
        // When
        String result = fixture.stub(Counter.class, PatternType.ID, "outer").next();
        // Then
        assertThat(result).isEqualTo("inner");
        assertThat(first.calls().count()).isZero();
        assertThat(inner.next()).isEqualTo("inner");
        assertThat(first.calls().count()).isZero();
    }

    @Test
    void contextLoaderIsThatOfTheProviderDuringTheCall() {
        // Given
        List<ClassLoader> seen = new ArrayList<>();
        ClassLoader loader = new ClassLoader("of the biz", getClass().getClassLoader()) {};
        Counter target = () -> {
            seen.add(Thread.currentThread().getContextClassLoader());
            return "";
        };
        Registrar registrar = new Registrar(fixture.table, null, loader, "localhost:1");
        fixture.table.register(registrar.registrations(new Offer(target, "one", Optional.empty())));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        // When
        fixture.sole(Counter.class).next();
        // Then
        assertThat(seen).containsExactly(loader);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void callAfterAStopAnUninstallOrAReplaceSaysWhatBecameOfTheProvider() {
        // Given
        provide(first, "one", () -> "first");
        fixture.point(first);
        Counter stub = fixture.stub(Counter.class, PatternType.ID, "one");
        // When / Then
        fixture.pointAway(first);
        assertThat(gone(stub))
                .isEqualTo("Provider 'one' 1.0 of biz 'shop:1' of 'counter' with the id 'one' has gone:"
                        + " biz 'shop' is stopped");
        fixture.point(second);
        assertThat(gone(stub)).endsWith("version '2' of biz 'shop', which is active now, does not provide it");
        fixture.pointAway(second);
        fixture.table.release(first);
        fixture.table.uninstalled(new BizName("shop"));
        assertThat(gone(stub)).endsWith("biz 'shop' was uninstalled");
        // And
        provide(second, "one", () -> "back");
        fixture.point(second);
        assertThat(stub.next()).isEqualTo("back");
    }

    @Test
    void twoProvidersWhereOneIsNeededAreNamed() {
        // Given
        provide(first, "one", () -> "first");
        provide(other, "two", () -> "other");
        fixture.point(first);
        fixture.point(other);
        // When / Then
        assertThatExceptionOfType(AmbiguousProviderException.class)
                .isThrownBy(fixture.sole(Counter.class)::next)
                .satisfies(thrown -> assertThat(thrown.candidates())
                        .containsExactly("'one' 1.0 of biz 'shop:1'", "'two' 1.0 of biz 'site:1'"));
    }

    @Test
    void releasedProviderIsNotHeldByAStubThatCalledIt() {
        // Given
        Counter target = new Counter() {
            @Override
            public String next() {
                return "first";
            }
        };
        WeakReference<Counter> reference = new WeakReference<>(target);
        fixture.register(first, target, "one");
        target = null;
        fixture.point(first);
        Counter stub = fixture.sole(Counter.class);
        stub.next();
        // When
        fixture.pointAway(first);
        fixture.table.release(first);
        // Then
        assertThat(dev.berth.testing.Eventually.collected(reference)).isTrue();
        assertThat(gone(stub)).contains("'shop'");
    }

    @Test
    void twoProvidersOfABizWithOneIdAreRefusedAndNothingIsRegistered() {
        // Given
        provide(first, "one", () -> "first");
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> provide(first, "one", () -> "again"))
                .withMessage("Two providers of 'counter' 1.0 have the id 'one'")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PROVIDER_INVALID));
        provide(second, "one", () -> "of another revision");
    }

    @Test
    void ruleThatCannotBeReadIsRefused() {
        @SpiProvider(rule = "{\"a\":1")
        final class Broken implements Counter {
            @Override
            public String next() {
                return "";
            }
        }
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> fixture.register(first, new Broken(), "one"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PATTERN_INVALID));
    }

    @Test
    void policyDecidesWhileItsBizProvidesItAndItsOwnCallsDoNotRecurse() {
        // Given
        provide(first, "one", () -> "first");
        provide(other, "two", () -> "other");
        fixture.point(first);
        fixture.point(other);
        Counter stub = fixture.sole(Counter.class);
        Counter byId = fixture.stub(Counter.class, PatternType.ID, "one");
        Revision policy = RevisionFixture.staged("policy", "1", 4);
        List<String> asked = new ArrayList<>();
        fixture.register(
                policy,
                (RoutingPolicy) request -> {
                    asked.add(request.pattern() + byId.next());
                    return request.providers().stream()
                            .filter(info -> info.id().equals("two"))
                            .findFirst();
                },
                "canary");
        // When / Then
        assertThatExceptionOfType(AmbiguousProviderException.class).isThrownBy(stub::next);
        fixture.point(policy);
        assertThat(stub.next()).isEqualTo("other");
        assertThat(byId.next()).isEqualTo("other");
        assertThat(asked).containsExactly("first", "onefirst");
        assertThat(policy.calls().count()).isZero();
        fixture.pointAway(policy);
        assertThat(byId.next()).isEqualTo("first");
    }

    @Test
    void policyThatFailsLeavesTheChoiceToTheBase() {
        // Given
        provide(first, "one", () -> "first");
        fixture.point(first);
        Revision policy = RevisionFixture.staged("policy", "1", 4);
        fixture.register(
                policy,
                (RoutingPolicy) request -> {
                    throw new NoClassDefFoundError("gone");
                },
                "broken");
        fixture.point(policy);
        // When / Then
        assertThat(fixture.sole(Counter.class).next()).isEqualTo("first");
        // And
        Revision strange = RevisionFixture.staged("strange", "1", 5);
        fixture.register(strange, (RoutingPolicy) request -> (Optional<ProviderInfo>) null, "null");
        fixture.pointAway(policy);
        fixture.point(strange);
        assertThat(fixture.sole(Counter.class).next()).isEqualTo("first");
    }

    private void provide(Revision revision, String id, Supplier<String> answer) {
        fixture.register(revision, (Counter) answer::get, id);
    }

    private static String gone(Counter stub) {
        return assertThatExceptionOfType(ProviderGoneException.class)
                .isThrownBy(stub::next)
                .actual()
                .getMessage();
    }
}
