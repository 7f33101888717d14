package dev.berth.lifecycle;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how many calls from outside run in one revision at the same time, so that a biz which is stuck can't take the
 * threads of the base from all others.
 *
 * <p>A call counts itself in before it tests the limit, so that the limit is never passed. Safe for use by many threads
 * and without locks.
 */
public final class Bulkhead {

    private static final Logger logger = LoggerFactory.getLogger(Bulkhead.class);
    private static final long SILENCE_NANOS = 10_000_000_000L;

    private final String owner;
    private final AtomicInteger inside = new AtomicInteger();
    private final LongAdder rejected = new LongAdder();
    private final AtomicLong lastTold = new AtomicLong(System.nanoTime() - SILENCE_NANOS);
    private volatile int limit = Integer.MAX_VALUE;

    Bulkhead(String owner) {
        this.owner = owner;
    }

    /** Sets how many calls may run at once, 1 at least; those that run go on. */
    public void limit(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("A limit is 1 at least");
        }
        limit = calls;
    }

    /** Returns how many calls may run at once. */
    public int limit() {
        return limit;
    }

    /** Takes a place, which {@link #exit} gives back; tells whether there was one. */
    public boolean enter() {
        return enter(0);
    }

    /**
     * Takes a place, which {@link #exit} gives back.
     *
     * @param more how many places beyond the limit this call may use
     * @return whether there was one; a refusal counts nothing yet
     */
    public boolean enter(int more) {
        if (inside.incrementAndGet() - more <= limit) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    public void exit() {
        inside.decrementAndGet();
    }

    /** Counts a call that was turned away, and says so in the log once in a while. */
    public void rejected() {
        rejected.increment();
        long last = lastTold.get();
        long now = System.nanoTime();
        if (now - last >= SILENCE_NANOS && lastTold.compareAndSet(last, now)) {
            logger.atWarn()
                    .addKeyValue("revision", owner)
                    .log(
                            "'{}' has its {} calls in flight and takes no more; {} turned away so far",
                            owner,
                            limit,
                            rejected.sum());
        }
    }

    /** Returns how many calls hold a place now. */
    public int inside() {
        return inside.get();
    }

    /** Returns how many calls were turned away so far. */
    public long rejectedCount() {
        return rejected.sum();
    }
}
