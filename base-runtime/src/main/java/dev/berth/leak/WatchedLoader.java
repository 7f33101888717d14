package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import dev.berth.lifecycle.LoaderReport;
import dev.berth.lifecycle.LoaderReport.Outcome;
import dev.berth.lifecycle.Revision;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A loader that was closed and is not known to be gone; holds nothing of it. */
final class WatchedLoader extends PhantomReference<ClassLoader> {

    private final Revision revision;
    private final Suspect suspect;
    private final Instant closedAt;
    private final long closedNanos = System.nanoTime();
    private volatile long deadline;
    private volatile long halfTime;
    private volatile long collectionsBefore;
    private volatile LoaderReport report;

    /**
     * Begins to watch.
     *
     * @param revision a revision that has ended
     * @param loader its loader
     * @param queue what is told when the loader is gone
     * @param closedAt when it was closed
     * @param wait how long it has to go
     * @param collectionsBegun how many collections can't have taken it, since they began before
     */
    WatchedLoader(
            Revision revision,
            ClassLoader loader,
            ReferenceQueue<ClassLoader> queue,
            Instant closedAt,
            Duration wait,
            long collectionsBegun) {
        super(loader, queue);
        this.revision = revision;
        this.closedAt = closedAt;
        this.suspect = new Suspect(this, packages(loader));
        this.deadline = System.nanoTime() + wait.toNanos();
        this.halfTime = deadline - wait.toNanos() / 2;
        this.collectionsBefore = collectionsBegun;
        this.report = report(Outcome.VERIFYING, List.of(), Optional.empty());
    }

    /** Those that the base has too say nothing about whose code it is. */
    private static Set<String> packages(ClassLoader loader) {
        ClassLoader inside = WatchedLoader.class.getClassLoader();
        return Arrays.stream(loader.getDefinedPackages())
                .map(Package::getName)
                .filter(name -> inside.getDefinedPackage(name) == null
                        && (inside.getParent() == null || inside.getParent().getDefinedPackage(name) == null))
                .collect(Collectors.toSet());
    }

    /**
     * Begins another time in which the loader is expected to go.
     *
     * @param collectionsBegun how many collections can't have taken it, since they began before
     */
    synchronized void expect(Duration wait, long collectionsBegun) {
        collectionsBefore = collectionsBegun;
        deadline = System.nanoTime() + wait.toNanos();
        halfTime = deadline - wait.toNanos() / 2;
        report = report(Outcome.VERIFYING, List.of(), Optional.empty());
    }

    Revision revision() {
        return revision;
    }

    Suspect suspect() {
        return suspect;
    }

    boolean isVerifying() {
        return report.outcome() == Outcome.VERIFYING;
    }

    long nanosUntilDeadline() {
        return deadline - System.nanoTime();
    }

    /**
     * Notes that it was there after a collection, which says little if it came soon after the close: what a thread had in
     * hand then, or a compiler, is let go of in a moment.
     *
     * @param askedAt when the collection was asked for, by the clock of the JVM
     * @param collectionsBegun how many had begun then, this one among them
     */
    synchronized void outlived(long askedAt, long collectionsBegun) {
        if (askedAt - halfTime < 0) {
            collectionsBefore = collectionsBegun;
        }
    }

    /** Tells whether a thorough collection could have taken it, without which its presence means nothing. */
    boolean wasTried(long collectionsOver) {
        return collectionsOver > collectionsBefore;
    }

    /** Notes an outcome, and wakes those who wait for it. */
    synchronized LoaderReport tell(Outcome outcome, List<LoaderHolder> holders, Optional<String> hint) {
        report = report(outcome, holders, hint);
        notifyAll();
        return report;
    }

    /** Waits until an outcome is told. */
    synchronized LoaderReport await() throws InterruptedException {
        while (isVerifying()) {
            wait();
        }
        return report;
    }

    /** Returns what is known now. */
    LoaderReport report() {
        LoaderReport known = report;
        return known.outcome() == Outcome.COLLECTED ? known : report(known.outcome(), known.holders(), known.hint());
    }

    private LoaderReport report(Outcome outcome, List<LoaderHolder> holders, Optional<String> hint) {
        Duration after = Duration.ofNanos(System.nanoTime() - closedNanos);
        return new LoaderReport(revision.id(), outcome, closedAt, after, holders, hint);
    }
}
