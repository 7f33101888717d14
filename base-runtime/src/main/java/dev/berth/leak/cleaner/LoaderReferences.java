package dev.berth.leak.cleaner;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * What Spring's map of references holds its entries by, seen only by threads with the context loader of the one that
 * put the entry. To all others the entry is not there, as if it had been collected, so that they put one of their own
 * beside it. The map may drop entries of others when it grows: it is a cache.
 *
 * <p>The map that this class is only gives it the way to the map's inner types; nothing is put in it.
 */
final class LoaderReferences<K, V> extends ConcurrentReferenceHashMap<K, V> {

    LoaderReferences() {
        super(1, 1);
    }

    /** Returns what a segment of another map makes its references by. */
    Object manager() {
        return createReferenceManager();
    }

    @Override
    protected ReferenceManager createReferenceManager() {
        return new References();
    }

    private final class References extends ReferenceManager {

        private final ReferenceQueue<Entry<K, V>> queue = new ReferenceQueue<>();

        @Override
        public Reference<K, V> createReference(Entry<K, V> entry, int hash, @Nullable Reference<K, V> next) {
            return new Seen<>(entry, hash, next, queue);
        }

        @Override
        @SuppressWarnings("unchecked") // all in the queue were made here
        public @Nullable Reference<K, V> pollForPurge() {
            return (Reference<K, V>) queue.poll();
        }
    }

    /** A soft reference, as Spring's own. */
    private static final class Seen<K, V> extends SoftReference<Entry<K, V>> implements Reference<K, V> {

        private final WeakReference<@Nullable ClassLoader> loader =
                new WeakReference<>(Thread.currentThread().getContextClassLoader());
        private final int hash;
        private final @Nullable Reference<K, V> next;

        Seen(Entry<K, V> entry, int hash, @Nullable Reference<K, V> next, ReferenceQueue<Entry<K, V>> queue) {
            super(entry, queue);
            this.hash = hash;
            this.next = next;
        }

        @Override
        public @Nullable Entry<K, V> get() {
            return loader.refersTo(Thread.currentThread().getContextClassLoader()) ? super.get() : null;
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
            enqueue();
            clear();
        }
    }
}
