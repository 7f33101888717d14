package dev.berth.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How long the slow requests to a host take, and its streams: longer than a replace of that host, so that each one that begins before a
 * replace ends after it. Safe for threads.
 */
public final class SlowTime {

    /** The least that they take, however quick a replace is. */
    static final int LEAST_MILLIS = 300;

    /** Beyond it the client would give up. */
    private static final int MOST_MILLIS = 8_000;

    private static final double TIMES_A_REPLACE = 1.5;

    /** One replace that a pause made long is forgotten after so many others. */
    private static final int REMEMBERED = 20;

    private final Deque<Long> replaces = new ArrayDeque<>();
    private volatile int millis = LEAST_MILLIS;
    private volatile int shortest = Integer.MAX_VALUE;
    private volatile int longest;

    /** Tells how long the host took for a replace. */
    public synchronized void replaced(long nanos) {
        replaces.addLast(nanos);
        if (replaces.size() > REMEMBERED) {
            replaces.removeFirst();
        }
        double needed = TimeUnit.NANOSECONDS.toMillis(Collections.max(replaces)) * TIMES_A_REPLACE;
        millis = (int) Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, Math.ceil(needed)));
        shortest = Math.min(shortest, millis);
        longest = Math.max(longest, millis);
    }

    /** Returns how long a slow request that is sent now shall take. */
    public int millis() {
        return millis;
    }

    /** Says how long they took. */
    public String description() {
        return "slow GETs and streams of " + Math.min(shortest, millis) + " to " + Math.max(longest, millis) + " ms, "
                + TIMES_A_REPLACE + " times the longest of the last " + REMEMBERED + " replaces";
    }
}
