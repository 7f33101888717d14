package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

    @Test
    void runWhenTheTimeIsOverSaysOnceWhoHadNoTurnAndSweepsAllTheSame() {
        // Given
        Cleaner slow = new Slow();
        List<String> swept = new ArrayList<>();
        Cleaning cleaning = new Cleaning(
                List.of(),
                List.of(slow, new Unlucky(), new Unlucky()),
                List.of(closed -> swept.add("swept")),
                Duration.ofSeconds(2),
                Duration.ofMillis(50));
        // When
        List<Finding> findings = cleaning.run(biz);
        // Then
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "Cleaner 'Slow' had not ended in time and was left to itself",
                        "The time was over before the turn of: Unlucky, Unlucky");
        assertThat(swept).containsExactly("swept");
    }

    @Test
    void runWhenNoThreadCanBeStartedEndsTheThreadsOfBizFirst() {
        // Given
        boolean[] room = new boolean[1];
        Cleaning cleaning = withStarter(List.of(new Unlucky(), new Ending(room)), thread -> {
            if (!room[0]) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            thread.start();
        });
        // When
        List<Finding> findings = cleaning.run(biz);
        // Then
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("A thread was ended", "A hook was removed", "A thread was ended");
    }

    @Test
    void runWhenThereIsNoThreadAtAllSaysSoForEach() {
        // Given
        Cleaning cleaning = withStarter(List.of(new Unlucky(), new Ending(new boolean[1])), thread -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        // When
        List<Finding> findings = cleaning.run(biz);
        // Then
        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly(
                        "A thread was ended",
                        "Cleaner 'Unlucky' had no thread to run on",
                        "Cleaner 'Ending' had no thread to run on");
    }

    private static Cleaning withStarter(List<Cleaner> cleaners, Consumer<Thread> starter) {
        return new Cleaning(List.of(), cleaners, List.of(), Duration.ofSeconds(3), Duration.ofSeconds(10), starter);
    }

    private static final class Slow implements Cleaner {

        @Override
        public List<Leftover> find(ClosedBiz closed) {
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }

    private static final class Unlucky implements Cleaner {

        @Override
        public List<Leftover> find(ClosedBiz closed) {
            return List.of(Leftover.of("A hook", "removed", () -> {}));
        }
    }

    private record Ending(boolean[] room) implements Cleaner {

        @Override
        public boolean endsThreads() {
            return true;
        }

        @Override
        public List<Leftover> find(ClosedBiz closed) {
            return List.of(Leftover.of("A thread", "ended", () -> room[0] = true));
        }
    }
}
