package dev.berth.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.ClosedRevision;
import dev.berth.lifecycle.LoaderHolder;
import dev.berth.lifecycle.LoaderReport;
import dev.berth.lifecycle.LoaderReport.Outcome;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the watch tells of loaders that go, that stay, and that go late. */
@Timeout(30)
class LoaderWatchTests {

    private static final LeakSettings SETTINGS = new LeakSettings(Duration.ofMillis(300), Duration.ofMillis(100), 0.1);

    private final ClosedRevision closed = new ClosedRevision("catalog", 1);
    private final AtomicInteger collections = new AtomicInteger();
    private final LoaderWatch watch =
            new LoaderWatch(closed.registry(), SETTINGS, Clock.systemUTC(), new Counting(), new Holders());

    @AfterEach
    void stop() {
        watch.close();
    }

    @Test
    void loaderThatNothingHoldsIsCollected() throws InterruptedException {
        // Given
        watch.watch(closed.revision(), loader());
        // When
        LoaderReport report = watch.await(closed.revision()).orElseThrow();
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.COLLECTED);
        assertThat(report.after()).isPositive();
        assertThat(closed.revision().state()).isInstanceOf(RevisionState.Collected.class);
        assertThat(watch.counts().collected()).isEqualTo(1);
        assertThat(watch.lingering()).isEmpty();
    }

    @Test
    void outcomeIsKnownAfterTheLoaderIsForgotten() throws InterruptedException {
        // Given
        watch.watch(closed.revision(), loader());
        watch.await(closed.revision());
        // When
        LoaderReport again = watch.await(closed.revision()).orElseThrow();
        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.COLLECTED);
    }

    @Test
    void loaderThatAThreadHoldsIsHeldAndListedUntilItIsCollected() throws InterruptedException {
        // Given
        CountDownLatch end = pollUntil(loader());
        // When
        LoaderReport report = watch.await(closed.revision()).orElseThrow();
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.HELD);
        assertThat(report.holders()).singleElement().satisfies(holder -> {
            assertThat(holder.kind()).isEqualTo("thread");
            assertThat(holder.description()).isEqualTo("Thread 'poller' has the biz's loader as its context loader");
            assertThat(holder.stack().orElseThrow()).contains("CountDownLatch.await");
        });
        assertThat(closed.registry().held()).containsExactly(closed.revision());
        // When
        int asked = collections.get();
        end.countDown();
        // Then
        assertThat(Eventually.holds(this::nothingIsHeld)).isTrue();
        assertThat(closed.revision().state()).isInstanceOf(RevisionState.Collected.class);
        assertThat(collections).hasValue(asked);
    }

    private CountDownLatch pollUntil(ClassLoader loader) {
        CountDownLatch end = new CountDownLatch(1);
        Thread poller = new Thread(() -> await(end), "poller");
        poller.setDaemon(true);
        poller.setContextClassLoader(loader);
        poller.start();
        watch.watch(closed.revision(), loader);
        return end;
    }

    /** The collection is that of anybody. */
    private boolean nothingIsHeld() {
        System.gc();
        return closed.registry().held().isEmpty();
    }

    @Test
    void loaderThatIsHeldForNoKnownReasonIsUnknown() throws InterruptedException {
        // Given
        ClassLoader held = loader();
        watch.watch(closed.revision(), held);
        // When
        LoaderReport report = watch.await(closed.revision()).orElseThrow();
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.hint().orElseThrow()).contains("berth why catalog --leak");
        assertThat(watch.lingering())
                .extracting(LoaderReport::revision)
                .containsExactly(closed.revision().id());
        assertThat(held).isNotNull();
    }

    /** On a busy machine the first collection comes while something of the close goes on, and the next one late. */
    @Test
    void loaderCountsAsHeldOnlyAfterACollectionInTheSecondHalfOfItsTime() throws InterruptedException {
        // Given
        LeakSettings rare = new LeakSettings(Duration.ofMillis(300), Duration.ofSeconds(1), 0.5);
        ClassLoader held = loader();
        // When
        LoaderReport report = reportOf(() -> held, closed.revision(), new Holders(), rare);
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.after()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(collections).hasValue(2);
        assertThat(held).isNotNull();
    }

    @Test
    void loadersThatAreClosedTogetherShareACollection() throws InterruptedException {
        // Given
        List<ClosedRevision> all = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            ClosedRevision each = new ClosedRevision("biz" + number, number);
            all.add(each);
            watch.watch(each.revision(), loader());
        }
        // When
        for (ClosedRevision each : all) {
            assertThat(watch.await(each.revision()).orElseThrow().outcome()).isEqualTo(Outcome.COLLECTED);
        }
        // Then
        assertThat(collections.get()).isBetween(1, 2);
    }

    @Test
    void nobodyToWaitForMeansNoCollection() throws InterruptedException {
        // Given
        watch.watch(closed.revision(), loader());
        watch.await(closed.revision());
        int asked = collections.get();
        // When
        sleep(Duration.ofMillis(500));
        // Then
        assertThat(collections).hasValue(asked);
    }

    @Test
    void endOfTheBaseEndsTheWait() throws InterruptedException {
        // Given
        ClassLoader held = loader();
        watch.watch(closed.revision(), held);
        // When
        watch.close();
        // Then
        assertThat(watch.await(closed.revision()).orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(held).isNotNull();
    }

    @Test
    void loaderThatIsClosedAfterTheEndIsNotWaitedFor() throws InterruptedException {
        // Given
        watch.close();
        // When
        watch.watch(closed.revision(), loader());
        // Then
        assertThat(watch.await(closed.revision()).orElseThrow().hint().orElseThrow())
                .contains("The base ended");
    }

    @Test
    void lookThatFailsIsAnUnknownOutcomeAndNotAnEndlessOne() throws InterruptedException {
        // Given
        HolderSource full = (suspect, found) -> {
            throw new OutOfMemoryError("Metaspace");
        };
        HolderSource other = (suspect, found) -> found.accept(LoaderHolder.of("test", "A test holds it"));
        ClassLoader held = loader();
        // When
        LoaderReport report = reportOf(() -> held, closed.revision(), new Holders(List.of(full, other)));
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.HELD);
        assertThat(report.holders()).extracting(LoaderHolder::description).containsExactly("A test holds it");
        assertThat(held).isNotNull();
    }

    /** The registry refuses a revision that has not ended. */
    @Test
    void registryThatFailsLeavesAnUnknownOutcomeThatSaysSo() throws InterruptedException {
        // Given
        Revision running = new ClosedRevision("running", 2, false).revision();
        ClassLoader held = loader();
        // When
        LoaderReport report = reportOf(() -> held, running, new Holders());
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.hint().orElseThrow()).contains("could not be looked for");
        assertThat(held).isNotNull();
    }

    @Test
    void registryThatFailsWhenTheLoaderIsGoneKeepsNobodyWaiting() throws InterruptedException {
        // Given
        Revision running = new ClosedRevision("running", 2, false).revision();
        // When
        LoaderReport report = reportOf(LoaderWatchTests::loader, running, new Holders());
        // Then
        assertThat(report.outcome()).isEqualTo(Outcome.COLLECTED);
    }

    private LoaderReport reportOf(Supplier<ClassLoader> loader, Revision revision, Holders holders)
            throws InterruptedException {
        return reportOf(loader, revision, holders, SETTINGS);
    }

    private LoaderReport reportOf(
            Supplier<ClassLoader> loader, Revision revision, Holders holders, LeakSettings settings)
            throws InterruptedException {
        try (LoaderWatch other =
                new LoaderWatch(closed.registry(), settings, Clock.systemUTC(), new Counting(), holders)) {
            other.watch(revision, loader.get());
            return other.await(revision).orElseThrow();
        }
    }

    @Test
    void loaderHasItsWholeTimeFromTheBegin() {
        // When
        WatchedLoader begun = new WatchedLoader(
                closed.revision(), loader(), new ReferenceQueue<>(), Instant.now(), Duration.ofSeconds(10), 3);
        // Then
        assertThat(Duration.ofNanos(begun.nanosUntilDeadline())).isGreaterThan(Duration.ofSeconds(5));
        assertThat(begun.wasTried(3)).isFalse();
    }

    private static ClassLoader loader() {
        return new URLClassLoader("biz", new URL[0], null);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Counting implements Collector {

        @Override
        public boolean isConcurrent() {
            return false;
        }

        @Override
        public void gently() {
            thoroughly();
        }

        @Override
        public void thoroughly() {
            collections.incrementAndGet();
            System.gc();
        }
    }
}
