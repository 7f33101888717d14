package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock a biz name: whatever changes a biz holds it.
 *
 * <p>Different biz never wait for each other. A lock is fair, so operations on one biz happen in the order in which they
 * were asked for; it is forgotten when nobody holds or wants it.
 */
public final class BizLocks {

    private final Map<BizName, Entry> entries = new ConcurrentHashMap<>();

    /**
     * Waits for the lock of a name and takes it.
     *
     * @return gives the lock back when closed, on the same thread
     */
    public Held lock(BizName name) throws InterruptedException {
        Entry entry = entries.compute(name, (key, known) -> {
            Entry wanted = known == null ? new Entry() : known;
            wanted.users++;
            return wanted;
        });
        boolean locked = false;
        try {
            entry.lock.lockInterruptibly();
            locked = true;
            return () -> {
                entry.lock.unlock();
                forget(name);
            };
        } finally {
            if (!locked) {
                forget(name);
            }
        }
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

    /** A lock and how many threads hold or want it; the number changes only inside the map's compute. */
    private static final class Entry {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }
}
