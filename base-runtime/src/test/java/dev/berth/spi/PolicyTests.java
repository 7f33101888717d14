package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.berth.api.spi.NoProviderException;
import dev.berth.api.spi.PatternType;
import dev.berth.api.spi.RoutingPolicy;
import dev.berth.biz.BizName;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RunningCall;
import dev.berth.testing.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy decides for calls of others without being a part of them, and what goes wrong in it is said. */
class PolicyTests {

    private static final String FAILED = "A routing policy failed; the base's own decides";

    private final TableFixture fixture = new TableFixture();
    private final Revision shop = RevisionFixture.staged("shop", "1", 1);
    private final Revision policy = RevisionFixture.staged("policy", "1", 2);

    @Test
    void policyIsNoPartOfTheCallThatItDecides() {
        // Given
        fixture.register(shop, (Counter) () -> "shop", "one");
        fixture.point(shop);
        List<Long> during = new ArrayList<>();
        decide(request -> {
            during.add(policy.calls().count());
            return Optional.empty();
        });
        Counter stub = fixture.sole(Counter.class);
        CallTree tree = new CallTree(new CallAdmission(fixture.registry), new Request());
        // When
        try (CallTree.Binding bound = tree.bind()) {
            stub.next();
        }
        // Then
        assertThat(during).containsExactly(1L);
        assertThat(policy.calls().count()).isZero();
        assertThat(policy.calls().running()).isEmpty();
        assertThat(tree.entered()).containsExactly(shop);
        tree.end();
    }

    @Test
    void policyIsNoPartOfACallThatIsItsOwnRootEither() {
        // Given
        List<Long> during = new ArrayList<>();
        fixture.register(
                shop,
                (Counter) () -> {
                    during.add(policy.calls().count());
                    during.add(shop.calls().count());
                    return "shop";
                },
                "one");
        fixture.point(shop);
        decide(request -> Optional.empty());
        // When
        fixture.sole(Counter.class).next();
        // Then
        assertThat(during).containsExactly(0L, 1L);
        assertThat(shop.calls().count()).isZero();
        assertThat(CallTree.current()).isEmpty();
    }

    @Test
    void policyWhoseOwnCallFindsNobodyIsWarnedOf() {
        // Given
        fixture.register(shop, (Counter) () -> "shop", "one");
        fixture.point(shop);
        Counter missing = fixture.stub(Counter.class, PatternType.ID, "missing");
        decide(request -> {
            missing.next();
            return Optional.empty();
        });
        // When
        try (LogLines lines = LogLines.capture()) {
            assertThat(fixture.sole(Counter.class).next()).isEqualTo("shop");
            // Then
            assertThat(warnings(lines)).singleElement().satisfies(event -> assertThat(
                            event.getThrowableProxy().getClassName())
                    .isEqualTo(NoProviderException.class.getName()));
        }
    }

    @Test
    void twoPoliciesOfOnePriorityAreWarnedOfAndNeitherDecides() {
        // Given
        fixture.register(shop, (Counter) () -> "shop", "one");
        fixture.point(shop);
        decide(request -> Optional.empty());
        Revision rival = RevisionFixture.staged("rival", "1", 3);
        fixture.register(rival, (RoutingPolicy) request -> Optional.empty(), "rival");
        fixture.point(rival);
        // When
        try (LogLines lines = LogLines.capture()) {
            assertThat(fixture.sole(Counter.class).next()).isEqualTo("shop");
            // Then
            assertThat(warnings(lines)).singleElement().satisfies(event -> assertThat(
                            event.getThrowableProxy().getMessage())
                    .contains("'canary' 1.0 of biz 'policy:1'", "'rival' 1.0 of biz 'rival:1'"));
        }
    }

    @Test
    void policyThatHasJustGoneIsNoFailure() {
        // Given: a snapshot that still has it, for a stub that finds none
        fixture.register(shop, (Counter) () -> "shop", "one");
        fixture.point(shop);
        GuardedPolicy taken = new GuardedPolicy(fixture.sole(RoutingPolicy.class));
        // When
        try (LogLines lines = LogLines.capture()) {
            assertThat(taken.choose(null)).isEmpty();
            // Then
            assertThat(warnings(lines)).isEmpty();
        }
        assertThatExceptionOfType(NoProviderException.class)
                .isThrownBy(() -> fixture.sole(RoutingPolicy.class).choose(null));
    }

    private void decide(RoutingPolicy target) {
        fixture.register(policy, target, "canary");
        fixture.point(policy);
        assertThat(fixture.registry.active(new BizName("policy"))).isPresent();
    }

    private static List<ILoggingEvent> warnings(LogLines lines) {
        return lines.events().stream()
                .filter(event -> event.getFormattedMessage().equals(FAILED))
                .toList();
    }

    private static final class Request implements RunningCall {

        @Override
        public String description() {
            return "GET /slow";
        }

        @Override
        public Optional<Thread> thread() {
            return Optional.empty();
        }

        @Override
        public void breakOff() {}
    }
}
