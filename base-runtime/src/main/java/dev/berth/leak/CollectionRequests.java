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

    /** So often it is tried beside the application before everything is stopped. */
    private static final int GENTLE = 2;

    private static final int MAX_DOUBLINGS = 10;

    private final Duration interval;
    private final double share;
    private final Collector collector;
    private final LongSupplier nanoTime;
    private long due;
    private long rest;
    private int vain;
    private volatile long begun;
    private volatile long thoroughOver;
    private volatile long asked;
    private volatile Duration total = Duration.ZERO;

    /**
     * Makes a requester that has not asked yet.
     *
     * @param settings how much time lies between two collections at least, and which part of it may stop everything,
     *     however large the heap is
     * @param collector makes them
     * @param nanoTime the clock
     */
    CollectionRequests(LeakSettings settings, Collector collector, LongSupplier nanoTime) {
        this.interval = settings.gcInterval();
        this.share = settings.gcShare();
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

    /**
     * Asks for a collection and waits for its end.
     *
     * @param last whether somebody's time is over, so that it has to take all that can be taken
     */
    void ask(boolean last) {
        boolean thorough = last || !collector.isConcurrent() || vain >= GENTLE;
        begun = thorough ? begun + 1 : begun;
        long start = nanoTime.getAsLong();
        if (thorough) {
            collector.thoroughly();
        } else {
            collector.gently();
        }
        long ended = nanoTime.getAsLong();
        total = total.plusNanos(ended - start);
        asked = asked + 1;
        thoroughOver = begun;
        long pause = Math.max(interval.toNanos(), (long) ((ended - start) * (thorough ? 1 / share - 1 : 1)));
        rest = ended + pause;
        due = ended + (pause << Math.min(doublings(), MAX_DOUBLINGS));
        vain++;
    }

    private int doublings() {
        return collector.isConcurrent() ? Math.max(0, vain - GENTLE) : vain;
    }

    /** Returns how many thorough ones were begun so far; one that has not ended may have begun too early for what is closed now. */
    long thoroughBegun() {
        return begun;
    }

    /** Returns how many thorough ones are over. */
    long thoroughOver() {
        return thoroughOver;
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
