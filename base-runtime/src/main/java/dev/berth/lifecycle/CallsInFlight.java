package dev.berth.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Counts the calls that run in a revision, so that it can be closed when the last one has ended.
 *
 * <p>A caller counts itself in <b>before</b> it looks whether the revision still takes calls, and counts itself out at
 * the end whatever the look told ({@link CallAdmission}). Looking first would let a call slip past a drain that begins in
 * between. Safe for use by many threads; counting takes no lock while nobody waits for the end.
 */
public final class CallsInFlight {

    private final CallCount in = new CallCount();
    private final CallCount out = new CallCount();
    private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicInteger waiters = new AtomicInteger();

    /** Counts a call in. */
    public void enter() {
        in.increment();
    }

    /** Counts a call out. */
    public void exit() {
        out.increment();
        wake();
    }

    /** Makes a call known by name and thread; it is counted all the same. */
    public void register(RunningCall call) {
        running.add(call);
    }

    /** Forgets a call that was made known. */
    public void unregister(RunningCall call) {
        running.remove(call);
    }

    /** Returns the calls that were made known and have not ended. */
    public List<RunningCall> running() {
        return List.copyOf(running);
    }

    /** Returns how many calls run now; 0 is exact at some moment during the call. */
    public long count() {
        // What came out first: a call that comes and goes in between must not hide one that stays
        long ended = out.sum();
        return in.sum() - ended;
    }

    /**
     * Waits until no call runs.
     *
     * @param timeout how long to wait at most
     * @return whether the last call ended in time
     */
    public boolean awaitNone(Duration timeout) throws InterruptedException {
        return awaitNone(timeout, () -> true);
    }

    /**
     * Waits until no call runs, or nobody wants to know any more.
     *
     * @param timeout how long to wait at most
     * @param wanted asked at each {@link #wake} whether to go on waiting
     * @return whether the last call ended in time
     */
    boolean awaitNone(Duration timeout, BooleanSupplier wanted) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            waiters.incrementAndGet();
            while (count() > 0) {
                if (nanos <= 0 || !wanted.getAsBoolean()) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            waiters.decrementAndGet();
            lock.unlock();
        }
    }

    /** Lets those who wait look again. */
    void wake() {
        if (waiters.get() > 0) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
