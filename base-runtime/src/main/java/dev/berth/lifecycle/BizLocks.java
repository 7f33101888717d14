package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock a biz name: whatever changes a biz holds it.
 *
 * <p>Nobody waits here for another biz than the one that he asks for. A lock is fair, so operations on one biz happen in
 * the order in which they come for it; it is forgotten when nobody holds or wants it.
 */
public final class BizLocks {

    private final Map<BizName, Entry> entries = new ConcurrentHashMap<>();

    /**
     * Waits for the lock of a name and takes it.
     *
     * @return gives the lock back when closed, on the same thread
     */
    public Held lock(BizName name) throws InterruptedException {
        return acquire(name, lock -> {
                    lock.lockInterruptibly();
                    return true;
                })
                .orElseThrow();
    }

    /**
     * Waits for the lock of a name for a while and takes it.
     *
     * @param timeout how long to wait at most
     * @return gives the lock back when closed, on the same thread; empty when others held it all the time
     */
    public Optional<Held> tryLock(BizName name, Duration timeout) throws InterruptedException {
        return acquire(name, lock -> lock.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS));
    }

    private Optional<Held> acquire(BizName name, Acquisition acquisition) throws InterruptedException {
        Entry entry = entries.compute(name, (key, known) -> {
            Entry wanted = known == null ? new Entry() : known;
            wanted.users++;
            return wanted;
        });
        boolean locked = false;
        try {
            locked = acquisition.take(entry.lock);
        } finally {
            if (!locked) {
                forget(name);
            }
        }
        return locked ? Optional.of(() -> release(name, entry)) : Optional.empty();
    }

    private void release(BizName name, Entry entry) {
        entry.lock.unlock();
        forget(name);
    }

    int size() {
        return entries.size();
    }

    private void forget(BizName name) {
        entries.computeIfPresent(name, (key, entry) -> --entry.users == 0 ? null : entry);
    }

    /** Gives a lock back. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    private interface Acquisition {

        boolean take(ReentrantLock lock) throws InterruptedException;
    }

    /** A lock and how many threads hold or want it; the number changes only inside the map's compute. */
    private static final class Entry {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }
}
