package dev.berth.leak;

import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ReflectionUtils;

/**
 * Takes a stopped biz out of the caches of the JDK and of the Spring it shares with the base.
 *
 * <p>These caches hold classes by soft references or until they are full, so that a loader would stay until memory is
 * short. The participant is declared first, so that it is the last on the way down.
 */
public final class SharedCaches implements LifecycleParticipant {

    private static final Logger logger = LoggerFactory.getLogger(SharedCaches.class);

    private final Map<Revision, ClassLoader> loaders = new ConcurrentHashMap<>();

    @Override
    public void prepare(Revision revision, BizStart start) {
        loaders.put(revision, start.classLoader());
    }

    @Override
    public void release(Revision revision) {
        ClassLoader loader = loaders.remove(revision);
        if (loader != null) {
            clean(loader);
        }
    }

    private static void clean(ClassLoader loader) {
        ResolvableType.clearCache();
        AnnotationUtils.clearCache();
        ReflectionUtils.clearCache();
        CachedIntrospectionResults.clearClassLoader(loader);
        Introspector.flushCaches();
        ResourceBundle.clearCache(loader);
        forgetFactories(loader);
    }

    /** Spring keeps the factories of each loader in a map of weak keys, whose values hold the key again. */
    private static void forgetFactories(ClassLoader loader) {
        try {
            Field cache = SpringFactoriesLoader.class.getDeclaredField("cache");
            cache.setAccessible(true);
            if (cache.get(null) instanceof Map<?, ?> byLoader) {
                byLoader.remove(loader);
            }
        } catch (ReflectiveOperationException changed) {
            logger.warn("Spring's cache of factories is not where it was; a stopped biz may stay in it", changed);
        }
    }
}
