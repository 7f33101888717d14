package dev.berth.leak.cleaner;

import java.lang.reflect.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Makes caches of Spring, of either kind that it has, answer each context loader with what came under that one. */
final class LoaderCaches {

    private static final Logger logger = LoggerFactory.getLogger(LoaderCaches.class);

    private LoaderCaches() {}

    /**
     * Changes a cache for good, and empties it.
     *
     * @param cache the cache; a word that says why there is none needs no change
     * @return whether loaders are apart now; if not, the cache works as before
     */
    static boolean keepApart(Object cache) {
        SpringCaches.clear(cache);
        try {
            if (cache instanceof ConcurrentReferenceHashMap<?, ?> map) {
                for (Object segment : (Object[])
                        field(ConcurrentReferenceHashMap.class, "segments").get(map)) {
                    field(segment.getClass(), "referenceManager").set(segment, new LoaderReferences<>().manager());
                }
            } else if (cache instanceof ConcurrentLruCache<?, ?> newest) {
                field(ConcurrentLruCache.class, "cache").set(newest, new LoaderKeys());
            } else {
                return cache instanceof String;
            }
            return true;
        } catch (ReflectiveOperationException | RuntimeException changed) {
            logger.warn(
                    "A cache of Spring's can't be kept apart for each biz; one that starts beside another may hold that one's classes",
                    changed);
            return false;
        }
    }

    private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
