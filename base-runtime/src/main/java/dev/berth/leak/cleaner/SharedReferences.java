package dev.berth.leak.cleaner;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * What Spring's map of references makes references by, so that entries whose value knows a class of a biz look collected
 * from the start.
 *
 * <p>The map that this class is only gives it the way to the map's inner types; nothing is put in it.
 */
final class SharedReferences<K, V> extends ConcurrentReferenceHashMap<K, V> {

    /** The map walks a whole segment to take out what is gone. */
    private static final int TAKEN_OUT_TOGETHER = 64;

    private final TypeSources sources;

    SharedReferences(TypeSources sources) {
        super(1, 1);
        this.sources = sources;
    }

    /** Returns what one segment of another map makes its references by. */
    Object maker() {
        return createReferenceManager();
    }

    @Override
    protected ReferenceManager createReferenceManager() {
        return new Maker();
    }

    private final class Maker extends ReferenceManager {

        private final Queue<Reference<K, V>> gone = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();
        private volatile boolean takingOut;

        @Override
        public Reference<K, V> createReference(Entry<K, V> entry, int hash, @Nullable Reference<K, V> next) {
            V value = entry.getValue();
            if (value == null || !sources.knowABiz(value)) {
                return super.createReference(entry, hash, next);
            }
            Reference<K, V> reference = new Gone<>(hash, next);
            gone.add(reference);
            waiting.incrementAndGet();
            return reference;
        }

        @Override
        public @Nullable Reference<K, V> pollForPurge() {
            if (takingOut || waiting.get() >= TAKEN_OUT_TOGETHER) {
                Reference<K, V> next = gone.poll();
                takingOut = next != null;
                if (next != null) {
                    waiting.decrementAndGet();
                    return next;
                }
            }
            return super.pollForPurge();
        }
    }

    private record Gone<K, V>(int hash, @Nullable Reference<K, V> next) implements Reference<K, V> {

        @Override
        public @Nullable Entry<K, V> get() {
            return null;
        }

        @Override
        public int getHash() {
            return hash;
        }

        @Override
        public @Nullable Reference<K, V> getNext() {
            return next;
        }

        @Override
        public void release() {
            // It is gone, and waits to be taken out
        }
    }
}
