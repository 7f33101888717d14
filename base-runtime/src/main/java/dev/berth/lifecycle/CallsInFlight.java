package dev.berth.lifecycle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the calls that run in a revision, so that it can be closed when the last one has ended.
 *
 * <p>A caller counts itself in <b>before</b> it looks whether the revision still takes calls, and counts itself out at
 * the end whatever the look told. Looking first would let a call slip past a drain that begins in between. Safe for use
 * by many threads; counting takes no lock while nobody waits for the end.
 */
public final class CallsInFlight {

    private final AtomicLong count = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private volatile boolean awaited;

    /** Counts a call in. */
    public void enter() {
        count.incrementAndGet();
    }

    /** Counts a call out. */
    public void exit() {
        if (count.decrementAndGet() == 0 && awaited) {
            signal();
        }
    }

    /** Returns how many calls run now. */
    public long count() {
        return count.get();
    }

    /**
     * Waits until no call runs.
     *
     * @param timeout how long to wait at most
     * @return whether the last call ended in time
     */
    public boolean awaitNone(Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            awaited = true;
            while (count.get() > 0) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = ended.awaitNanos(nanos);
            }
            return true;
        } finally {
            awaited = false;
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
