package dev.berth.leak;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
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

    /** A collection may take a tenth of the time, however large the heap is. */
    private static final int SHARE = 9;

    private static final int MAX_DOUBLINGS = 10;

    private final Duration interval;
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
     * @param collector asks for one and returns when it is over
     * @param nanoTime the clock
     */
    CollectionRequests(Duration interval, Runnable collector, LongSupplier nanoTime) {
        this.interval = interval;
        this.collector = collector;
        this.nanoTime = nanoTime;
        this.rest = nanoTime.getAsLong();
        this.due = rest;
    }

    /** Tells whether the JVM does as it is asked; {@code -XX:+DisableExplicitGC} keeps it from that. */
    static boolean areHeeded() {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return jvm == null
                    || !Boolean.parseBoolean(
                            jvm.getVMOption("DisableExplicitGC").getValue());
        } catch (IllegalArgumentException otherJvm) {
            return true;
        }
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
        long pause = Math.max(interval.toNanos(), (ended - start) * SHARE);
        rest = ended + pause;
        due = ended + (pause << Math.min(vain, MAX_DOUBLINGS));
        vain++;
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
