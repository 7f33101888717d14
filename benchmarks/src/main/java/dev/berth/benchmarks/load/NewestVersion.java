package dev.berth.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The newest version that is known to have taken over. Who has seen an answer of it, or the answer of the operation, may
 * rely on it: a request that is sent after that and is answered by an older version has begun on a revision that was
 * draining already. Safe for threads.
 */
public final class NewestVersion {

    private final AtomicInteger newest = new AtomicInteger();

    /** Tells that a version serves. */
    public void seen(int version) {
        newest.accumulateAndGet(version, Math::max);
    }

    /** Returns the least version that a request sent from now on may be answered by. */
    int floor() {
        return newest.get();
    }
}
