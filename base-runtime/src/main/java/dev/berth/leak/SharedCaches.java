package dev.berth.leak;

import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.beans.Introspector;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Takes a stopped biz out of the caches of the JDK and of the Spring it shares with the base.
 *
 * <p>These caches hold classes by soft references or until they are full, so that a loader would stay until memory is
 * short. The participant is declared first, so that it is the last on the way down.
 */
public final class SharedCaches implements LifecycleParticipant {

    private final Map<Revision, ClassLoader> loaders = new ConcurrentHashMap<>();

    @Override
    public void prepare(Revision revision, BizStart start) {
        loaders.put(revision, start.classLoader());
    }

    @Override
    public void release(Revision revision) {
        ClassLoader loader = revision.isHeld() ? loaders.get(revision) : loaders.remove(revision);
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
        OfSpring.CACHES.forget(loader);
    }

    /** Made at the first use: finding the caches loads classes that a base needs no sooner. */
    private static final class OfSpring {

        private static final SpringCaches CACHES = new SpringCaches();
    }
}
