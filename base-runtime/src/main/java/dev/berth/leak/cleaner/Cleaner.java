package dev.berth.leak.cleaner;

import java.util.List;

/**
 * Knows one place of the JVM that outlives a biz and in which biz forget things.
 *
 * <p>Finding and curing are apart: what is found can also be told as what holds a loader. Cleaners keep nothing of a biz and
 * are safe for use by many threads.
 */
public interface Cleaner {

    /**
     * Returns what a closed biz has left in this place; changes nothing.
     *
     * <p>What is returned holds the biz's objects, so callers drop it soon. May throw whatever the biz's code throws.
     */
    List<Leftover> find(ClosedBiz biz);

    /** Tells whether its cures end threads, so that it comes first where no more can be started. */
    default boolean endsThreads() {
        return false;
    }
}
