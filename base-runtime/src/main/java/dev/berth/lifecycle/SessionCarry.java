package dev.berth.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the session attributes that a revision was to take over from others of its biz, for those who ask how a
 * replace went. Safe for use by many threads.
 */
public final class SessionCarry {

    /** How many reasons are kept; each attribute of each session can have one. */
    private static final int KEPT = 20;

    private final LongAdder carried = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final List<String> reasons = new ArrayList<>();

    SessionCarry() {}

    /** Counts an attribute that was carried. */
    public void carried() {
        carried.increment();
    }

    /**
     * Counts an attribute that was dropped.
     *
     * @param reason which one and why, without its value; each different reason is kept, up to a bound
     */
    public void dropped(String reason) {
        dropped.increment();
        synchronized (reasons) {
            if (reasons.size() < KEPT && !reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
    }

    /** Returns how many attributes were carried so far. */
    public long carriedCount() {
        return carried.sum();
    }

    /** Returns how many attributes were dropped so far. */
    public long droppedCount() {
        return dropped.sum();
    }

    /** Returns why attributes were dropped so far. */
    public List<String> reasons() {
        synchronized (reasons) {
            return List.copyOf(reasons);
        }
    }
}
