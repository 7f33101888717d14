package dev.berth.leak.cleaner;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Makes caches of Spring, of either kind that it has, remember nothing that knows a class of a biz. */
final class SharedOnly {

    private static final Logger logger = LoggerFactory.getLogger(SharedOnly.class);

    private final TypeSources sources;

    SharedOnly(TypeSources sources) {
        this.sources = sources;
    }

    /**
     * Changes a cache for good, and empties it.
     *
     * @param cache the cache, or what {@link SpringCaches#value} says when there is none
     * @return whether the cache is changed, or there is none; otherwise it works as before
     */
    boolean remember(Object cache) {
        if (cache.equals(SpringCaches.ABSENT)) {
            return true;
        }
        boolean changed = false;
        if (cache instanceof ConcurrentReferenceHashMap<?, ?> map) {
            changed = change(map);
        } else if (cache instanceof ConcurrentLruCache<?, ?> newest) {
            changed = Internals.set(newest, "cache", new SharedEntries(sources));
        }
        if (!changed && !(cache instanceof String)) {
            logger.warn(
                    "A cache of Spring's, {}, is not as it was; what it remembers is forgotten at each start",
                    cache.getClass());
        }
        SpringCaches.clear(cache);
        return changed;
    }

    private boolean change(ConcurrentReferenceHashMap<?, ?> map) {
        boolean changed = false;
        if (Internals.value(map, "segments").orElse(null) instanceof Object[] segments) {
            for (Object segment : segments) {
                changed = Internals.set(segment, "referenceManager", new SharedReferences<>(sources).maker());
            }
        }
        return changed;
    }
}
