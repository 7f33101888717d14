package dev.berth.leak;

import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.Holder;
import dev.berth.lifecycle.LoaderCounts;
import dev.berth.lifecycle.LoaderHolder;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.LoaderReport;
import dev.berth.lifecycle.LoaderReport.Outcome;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Watches the loaders of closed revisions by phantom references until the garbage collector has taken them.
 *
 * <p>A loader that was just closed has a bounded time to go, in which collections are asked for; all loaders share these.
 * When the time is over and it is still there, after a thorough collection in the second half of it too, it counts as held,
 * and what holds it is looked for. From then on nothing is asked for: the reference queue tells when it goes after all. One
 * thread of the base does all that; it starts with the first loader.
 */
public final class LoaderWatch implements LoaderProof, AutoCloseable {

    /** Made beforehand: it is told where there may be no memory for another object. */
    private static final Optional<String> NOT_LOOKED_FOR =
            Optional.of("What holds it could not be looked for; the base's log says why");

    private static final Logger logger = LoggerFactory.getLogger(LoaderWatch.class);

    /** What a collection has found is put into the queue by another thread, a moment later. */
    private static final long QUEUE_MILLIS = 20;

    private static final long IDLE_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final String NOT_KNOWN = "Nothing that is known holds it; ";

    private final RevisionRegistry registry;
    private final LeakSettings settings;
    private final Clock clock;
    private final Holders holders;
    private final CollectionRequests collections;
    private final boolean heeded = JvmOptions.heedsRequests();
    private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
    private final Map<RevisionId, WatchedLoader> watched = new ConcurrentHashMap<>();
    private final AtomicLong collected = new AtomicLong();
    private volatile boolean newcomers;
    private boolean closed;
    private @Nullable Thread thread;

    /**
     * Makes a watch.
     *
     * @param registry what is told of each outcome
     * @param settings how long a loader has
     * @param clock tells when loaders were closed
     */
    public LoaderWatch(RevisionRegistry registry, LeakSettings settings, Clock clock) {
        this(registry, settings, clock, Collector.ofJvm(), new Holders());
    }

    LoaderWatch(RevisionRegistry registry, LeakSettings settings, Clock clock, Collector collector, Holders holders) {
        this.holders = holders;
        this.registry = registry;
        this.settings = settings;
        this.clock = clock;
        this.collections = new CollectionRequests(settings, collector, System::nanoTime);
    }

    @Override
    public void watch(Revision revision, ClassLoader loader) {
        // Complete before the thread sees it: without a deadline its time would be over
        watched.put(
                revision.id(),
                new WatchedLoader(
                        revision,
                        loader,
                        queue,
                        clock.instant(),
                        settings.verifyWithin(),
                        collections.thoroughBegun()));
        verify();
    }

    @Override
    public void letGo(Revision revision) {
        // Asking makes the revision itself forget what has gone
        if (!revision.isHeld()) {
            Optional.ofNullable(watched.get(revision.id())).ifPresent(this::expect);
        }
    }

    private void expect(WatchedLoader loader) {
        loader.expect(settings.verifyWithin(), collections.thoroughBegun());
        verify();
    }

    private void verify() {
        newcomers = true;
        wake();
    }

    /** A reference of its own in the queue ends the thread's wait for others. */
    private synchronized void wake() {
        if (closed) {
            endWaits();
            return;
        }
        if (thread == null) {
            Thread started = new Thread(this::run, "berth-loader-watch");
            started.setDaemon(true);
            started.setContextClassLoader(LoaderWatch.class.getClassLoader());
            started.start();
            thread = started;
        }
        new PhantomReference<>(LoaderWatch.class.getClassLoader(), queue).enqueue();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failure) {
                // This thread has to go on whatever it met: it alone tells what is held and what is gone
                logger.warn("A loader could not be verified", failure);
            }
        }
    }

    private void step() throws InterruptedException {
        takeGone(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanosUntilNext())));
        if (newcomers) {
            newcomers = false;
            collections.wanted();
        }
        for (WatchedLoader loader : verifying()) {
            // No collection helps while a thread of its start or close is known to run
            if (loader.revision().isHeld()) {
                tellHeld(loader);
            }
        }
        if (heeded && collections.nanosUntilDue() <= 0 && !verifying().isEmpty()) {
            long askedAt = System.nanoTime();
            collections.ask(verifying().stream().anyMatch(loader -> loader.nanosUntilDeadline() <= 0));
            takeGone(QUEUE_MILLIS);
            verifying().forEach(loader -> loader.outlived(askedAt, collections.thoroughBegun()));
        }
        // The collector clears a reference at once, and puts it into the queue in its own time
        verifying().stream()
                .filter(loader -> mayBeTold(loader) && loader.nanosUntilDeadline() <= 0 && !loader.refersTo(null))
                .forEach(this::tellHeld);
    }

    /** Waits for a loader to go, and takes all that have gone then. */
    private void takeGone(long millis) throws InterruptedException {
        Reference<? extends ClassLoader> gone = queue.remove(millis);
        while (gone != null) {
            if (gone instanceof WatchedLoader loader) {
                tellCollected(loader);
            }
            gone = queue.poll();
        }
    }

    private long nanosUntilNext() {
        List<WatchedLoader> verifying = verifying();
        if (verifying.isEmpty() || newcomers) {
            return newcomers ? 0 : IDLE_NANOS;
        }
        long next = heeded ? collections.nanosUntilDue() : IDLE_NANOS;
        for (WatchedLoader loader : verifying) {
            if (mayBeTold(loader)) {
                next = Math.min(next, loader.nanosUntilDeadline());
            }
        }
        return next;
    }

    private boolean mayBeTold(WatchedLoader loader) {
        return !heeded || loader.wasTried(collections.thoroughOver());
    }

    private List<WatchedLoader> verifying() {
        return watched.values().stream().filter(WatchedLoader::isVerifying).toList();
    }

    private void tellCollected(WatchedLoader loader) {
        Revision revision = loader.revision();
        collected.incrementAndGet();
        try {
            Duration after = loader.report().after();
            registry.collected(revision, after);
            event(Level.INFO, revision).log("Loader was collected {} ms after its close", after.toMillis());
        } finally {
            // Who waits for it would wait for ever: it comes out of the queue once
            watched.remove(revision.id(), loader);
            loader.tell(Outcome.COLLECTED, List.of(), Optional.empty());
        }
    }

    /** Whatever fails, an outcome is told, since the operation of an uninstall waits for it. */
    private void tellHeld(WatchedLoader loader) {
        try {
            look(loader);
        } catch (Throwable failure) {
            // This thread has to go on whatever it met: no memory, or what a biz has left in the places where is looked
            loader.tell(Outcome.UNKNOWN, List.of(), NOT_LOOKED_FOR);
            event(Level.WARN, loader.revision()).setCause(failure).log("A loader could not be verified");
        }
    }

    private void look(WatchedLoader loader) {
        Revision revision = loader.revision();
        List<Holder> known = revision.holders();
        List<LoaderHolder> found = known.isEmpty()
                ? holders.of(loader.suspect())
                : known.stream().map(LoaderHolder::of).toList();
        List<String> texts = found.stream().map(LoaderHolder::text).toList();
        String hint = hint(revision);
        registry.held(revision, clock.instant(), found.isEmpty() ? List.of(NOT_KNOWN + hint) : texts);
        Outcome outcome = found.isEmpty() ? Outcome.UNKNOWN : Outcome.HELD;
        LoaderReport report = loader.tell(outcome, found, Optional.of(hint));
        event(Level.WARN, revision)
                .log(
                        "Loader is still there {} ms after its close. {}",
                        report.after().toMillis(),
                        found.isEmpty() ? NOT_KNOWN + hint : String.join(System.lineSeparator(), texts));
    }

    private String hint(Revision revision) {
        if (!heeded) {
            return "The JVM runs with -XX:+DisableExplicitGC, so that no collection could be asked for";
        }
        String closed = Opened.isOpen() ? "" : "; this base has not opened the JDK and sees less than by java -jar";
        return "'berth why " + revision.id().name() + " --leak' takes a heap dump and prints what holds it" + closed;
    }

    private static LoggingEventBuilder event(Level level, Revision revision) {
        return logger.atLevel(level).addKeyValue("biz", revision.id().name()).addKeyValue("revision", revision.id());
    }

    @Override
    public Optional<LoaderReport> await(Revision revision) throws InterruptedException {
        WatchedLoader loader = watched.get(revision.id());
        if (loader != null) {
            return Optional.of(loader.await());
        }
        return revision.state() instanceof RevisionState.Collected gone
                ? Optional.of(new LoaderReport(
                        revision.id(),
                        Outcome.COLLECTED,
                        clock.instant().minus(gone.after()),
                        gone.after(),
                        List.of(),
                        Optional.empty()))
                : Optional.empty();
    }

    @Override
    public void awaitAll() throws InterruptedException {
        for (WatchedLoader loader : verifying()) {
            loader.await();
        }
    }

    @Override
    public List<LoaderReport> lingering() {
        return watched.values().stream()
                .map(WatchedLoader::report)
                .filter(report -> report.outcome() != Outcome.COLLECTED)
                .sorted(Comparator.comparing(LoaderReport::closedAt))
                .toList();
    }

    @Override
    public LoaderCounts counts() {
        return new LoaderCounts(collected.get(), collections.asked(), collections.total());
    }

    /** Asks for no more, and tells those who wait that they learn no more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
        endWaits();
    }

    private void endWaits() {
        verifying()
                .forEach(loader -> loader.tell(
                        Outcome.UNKNOWN, List.of(), Optional.of("The base ended before the loader could be verified")));
    }
}
