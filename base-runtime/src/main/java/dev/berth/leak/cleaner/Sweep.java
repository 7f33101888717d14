package dev.berth.leak.cleaner;

/**
 * Clears caches and threads that keep things of a biz which did nothing wrong.
 *
 * <p>There is nothing to tell about it. What other biz still need is worked out anew.
 */
public interface Sweep {

    /** Takes whatever is of the biz out of the caches; doing it twice is harmless. */
    void sweep(ClosedBiz biz);
}
