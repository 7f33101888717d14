package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleaningTests {

    private final ClosedBiz biz =
            new ClosedBiz("tiny", new TinyBiz.Loader("none", null), getClass().getClassLoader(), Set.of());

    @Test
    void runWhenACleanerThrowsOrHangsRunsTheOthersInBoundedTime() {
        // Given
        Cleaner throwing = closed -> {
            throw new NoClassDefFoundError("x");
        };
        Cleaner hanging = closed -> {
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        };
        Cleaner last = closed -> List.of(Leftover.of("The last", "cured", () -> {}));
        Cleaning cleaning = new Cleaning(
                List.of(), List.of(throwing, hanging, last), List.of(), Duration.ofMillis(50), Duration.ofSeconds(5));
        long start = System.nanoTime();
        // When
        List<Finding> findings = cleaning.run(biz);
        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0).message()).endsWith("failed: java.lang.NoClassDefFoundError");
        assertThat(findings.get(1).message()).endsWith("had not ended in time and was left to itself");
        assertThat(findings.get(1).detail().orElseThrow()).contains("CleaningTests");
        assertThat(findings.get(2)).isEqualTo(new Finding("The last was cured", java.util.Optional.empty(), true));
    }

    @Test
    void runWhenACureFailsSaysSoAndGoesOn() {
        // Given
        Cleaner cleaner = closed -> List.of(
                Leftover.of("One", "cured", () -> {
                    throw new java.io.IOException("secret");
                }),
                Leftover.of("Two", "cured", java.util.Optional.empty(), () -> false),
                Leftover.of("Three", "cured", () -> {}));
        // When
        List<Finding> findings = new Cleaning(List.of(), List.of(cleaner), List.of()).run(biz);
        // Then
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "One could not be cured: java.io.IOException", "Two could not be cured", "Three was cured");
        assertThat(findings).extracting(Finding::cured).containsExactly(false, false, true);
    }

    @Test
    void findChangesNothing() {
        // Given
        Cleaner cleaner = closed -> List.of(Leftover.of("One", "cured", () -> {
            throw new AssertionError("cured");
        }));
        // When
        List<Leftover> leftovers = new Cleaning(List.of(), List.of(cleaner), List.of()).find(biz);
        // Then
        assertThat(leftovers).extracting(Leftover::what).containsExactly("One");
    }
}
