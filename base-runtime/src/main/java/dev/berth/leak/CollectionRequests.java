package dev.berth.leak;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Asks for garbage collections: no sooner after the last one than its neighbours can bear, and less and less often while
 * it does not help.
 *
 * <p>Used by one thread, that of the watch; the counts are for all.
 */
final class CollectionRequests {

    /** What belongs to a close and comes a moment later, such as the end of a thread, is waited for. */
    static final Duration SETTLE = Duration.ofMillis(50);

    /** Collections that stop everything may take a tenth of the time, however large the heap is. */
    private static final int REST_AFTER_STOP = 9;

    /** A concurrent collection takes what has become old; each of them lets what is young grow older. */
    private static final int STEADY = 5;

    private static final int MAX_DOUBLINGS = 10;

    private final Duration interval;
    private final boolean concurrent;
    private final Runnable collector;
    private final LongSupplier nanoTime;
    private long due;
    private long rest;
    private int vain;
    private volatile long begun;
    private volatile long asked;
    private volatile Duration total = Duration.ZERO;

    /**
     * Makes a requester that has not asked yet.
     *
     * @param interval how much time lies between two collections at least
     * @param concurrent whether the application goes on during a collection
     * @param collector asks for one and returns when it is over
     * @param nanoTime the clock
     */
    CollectionRequests(Duration interval, boolean concurrent, Runnable collector, LongSupplier nanoTime) {
        this.interval = interval;
        this.concurrent = concurrent;
        this.collector = collector;
        this.nanoTime = nanoTime;
        this.rest = nanoTime.getAsLong();
        this.due = rest;
    }

    /** Says that there is something new to collect, so that one is wanted soon. */
    void wanted() {
        vain = 0;
        due = Math.max(rest, nanoTime.getAsLong() + SETTLE.toNanos());
    }

    /** Returns how long it is until the next one may be asked for; not positive when it may. */
    long nanosUntilDue() {
        return due - nanoTime.getAsLong();
    }

    /** Asks for a collection and waits for its end. */
    void ask() {
        long number = asked + 1;
        begun = number;
        long start = nanoTime.getAsLong();
        collector.run();
        long ended = nanoTime.getAsLong();
        total = total.plusNanos(ended - start);
        asked = number;
        long pause = Math.max(interval.toNanos(), concurrent ? 0 : (ended - start) * REST_AFTER_STOP);
        rest = ended + pause;
        due = ended + (pause << Math.min(doublings(), MAX_DOUBLINGS));
        vain++;
    }

    /** A loader that is young outlives several concurrent collections for that alone, so that these come steadily at first. */
    private int doublings() {
        return concurrent ? Math.max(0, vain - STEADY) : vain;
    }

    /** Returns how many collections have to have left a loader there before that means that it is held. */
    int enough() {
        return concurrent ? STEADY : 1;
    }

    /** Returns how many were begun so far; one that has not ended may have begun too early for what is closed now. */
    long begun() {
        return begun;
    }

    /** Returns how many were asked for so far and are over. */
    long asked() {
        return asked;
    }

    /** Returns how long all took together. */
    Duration total() {
        return total;
    }
}
