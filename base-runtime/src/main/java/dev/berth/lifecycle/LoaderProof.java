package dev.berth.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Proves that the loaders of closed revisions are gone, or names what holds them; implemented by what knows about leaks.
 *
 * <p>Safe for use by many threads. Nothing that is kept here keeps a loader alive. The outcome is told to the
 * {@link RevisionRegistry} as soon as it is known, and again when a loader that was held is gone.
 */
public interface LoaderProof {

    /** Proves nothing: a closed revision is forgotten. */
    LoaderProof NONE = new LoaderProof() {

        @Override
        public void watch(Revision revision, ClassLoader loader) {}

        @Override
        public void letGo(Revision revision) {}

        @Override
        public Optional<LoaderReport> await(Revision revision) {
            return Optional.empty();
        }

        @Override
        public void awaitAll() {}

        @Override
        public List<LoaderReport> lingering() {
            return List.of();
        }

        @Override
        public LoaderCounts counts() {
            return new LoaderCounts(0, 0, Duration.ZERO);
        }
    };

    /**
     * Begins to watch the loader of a revision that was closed; returns at once.
     *
     * @param revision a revision that has ended
     * @param loader its loader, closed
     */
    void watch(Revision revision, ClassLoader loader);

    /** Is told that something that was known to hold a revision does so no more, so that it is worth looking again. */
    void letGo(Revision revision);

    /**
     * Waits for the outcome of a revision that is watched; the wait is bounded.
     *
     * @return the outcome, or nothing for a revision that had no loader
     */
    Optional<LoaderReport> await(Revision revision) throws InterruptedException;

    /** Waits until the outcome of all that are watched now is known; the wait is bounded. */
    void awaitAll() throws InterruptedException;

    /** Returns the loaders that are closed and not known to be gone, oldest first. */
    List<LoaderReport> lingering();

    /** Returns what it has come to so far. */
    LoaderCounts counts();
}
