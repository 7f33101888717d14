package dev.berth.leak.cleaner;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What Spring's cache of the newest entries keeps them in, by key and context loader. It has the operations that the
 * cache uses.
 */
final class LoaderKeys extends ConcurrentHashMap<Object, Object> {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Object get(Object key) {
        return super.get(Key.here(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable Object putIfAbsent(Object key, Object value) {
        return super.putIfAbsent(Key.here(key), value);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return super.remove(Key.here(key));
    }

    /** Removes the value, also one that came under another loader: the cache drops the oldest of all. */
    @Override
    public boolean remove(Object key, Object value) {
        return super.remove(Key.here(key), value) || values().remove(value);
    }

    private record Key(@Nullable ClassLoader loader, Object key) {

        static Key here(Object key) {
            return new Key(Thread.currentThread().getContextClassLoader(), key);
        }
    }
}
