package dev.berth.leak.cleaner;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.ReflectionUtils;

/**
 * The static caches of Spring that can hold classes of a biz, those that Spring offers no way to clear too.
 *
 * <p>Most hold by soft references, so that a loader would stay until memory is short. They are cleared as a whole: what
 * other biz still need is worked out anew. A cache of a library that the base does not have is left out. Safe for use by
 * many threads.
 */
public final class SpringCaches implements Sweep {

    private static final Logger logger = LoggerFactory.getLogger(SpringCaches.class);

    private static final List<String> FIELDS = List.of(
            "org.springframework.core.BridgeMethodResolver#cache",
            "org.springframework.core.annotation.AttributeMethods#cache",
            "org.springframework.core.annotation.OrderUtils#orderCache",
            "org.springframework.core.annotation.RepeatableContainers#cache",
            "org.springframework.core.convert.Property#annotationCache",
            "org.springframework.core.convert.support.ObjectToObjectConverter#conversionExecutableCache",
            "org.springframework.util.ClassUtils#interfaceMethodCache",
            "org.springframework.util.ClassUtils#publicInterfaceMethodCache",
            "org.springframework.util.ClassUtils#publiclyAccessibleMethodCache",
            "org.springframework.beans.BeanUtils#unknownEditorTypes",
            "org.springframework.beans.CachedIntrospectionResults#softClassCache",
            "org.springframework.beans.CachedIntrospectionResults#strongClassCache",
            "org.springframework.aop.aspectj.ShadowMatchUtils#shadowMatchCache",
            "org.springframework.aop.aspectj.annotation.AspectJProxyFactory#aspectCache",
            "org.springframework.aop.framework.ObjenesisCglibAopProxy#objenesis#cache",
            "org.springframework.context.annotation.BeanAnnotationHelper#beanNameCache",
            "org.springframework.context.annotation.BeanAnnotationHelper#scopedProxyCache",
            "org.springframework.context.event.GenericApplicationListenerAdapter#eventTypeCache",
            "org.springframework.data.core.NullableWrapperConverters#supportsCache",
            "org.springframework.data.core.PropertyReferences#resolved",
            "org.springframework.data.core.ReactiveWrappers#IS_REACTIVE_TYPE",
            "org.springframework.data.core.SimplePropertyPath#cache",
            "org.springframework.data.core.TypedPropertyPaths#resolved",
            "org.springframework.data.jpa.provider.PersistenceProvider#CACHE",
            "org.springframework.data.jpa.util.JpaMetamodel#CACHE",
            "org.springframework.data.mapping.model.KotlinCopyMethod#COPY_METHOD_CACHE",
            "org.springframework.data.repository.core.support.EventPublishingRepositoryProxyPostProcessor"
                    + "$EventPublishingMethod#cache",
            "org.springframework.data.repository.query.ReturnedType#cache",
            "org.springframework.data.repository.util.QueryExecutionConverters#supportsCache",
            "org.springframework.data.spel.spi.ParameterTypes#cache",
            "org.springframework.data.util.ParameterTypes#cache",
            "org.springframework.data.util.ProxyUtils#USER_TYPES",
            "org.springframework.orm.jpa.ExtendedEntityManagerCreator#cachedEntityManagerInterfaces",
            "org.springframework.orm.jpa.SharedEntityManagerCreator#cachedQueryInterfaces",
            "org.springframework.boot.actuate.autoconfigure.endpoint.condition.OnAvailableEndpointCondition"
                    + "#accessResolversCache",
            "org.springframework.boot.actuate.autoconfigure.endpoint.condition.OnAvailableEndpointCondition"
                    + "#exposureOutcomeContributorsCache",
            "org.springframework.security.core.annotation.SecurityAnnotationScanners#uniqueTemplateScanners",
            "org.springframework.security.core.annotation.SecurityAnnotationScanners#uniqueTypesScanners");

    /** What {@link #value} says of a cache of a library that the base does not have. */
    static final String ABSENT = "absent";

    /**
     * What Spring keeps for each loader: factories, whose values hold their weak key again, and indexes of components, of which
     * an application may have added its own by hand, so that those of others have to stay.
     */
    private static final List<String> OF_LOADERS = List.of(
            "org.springframework.core.io.support.SpringFactoriesLoader#cache",
            "org.springframework.context.index.CandidateComponentsIndexLoader#cache");

    @Override
    public void sweep(ClosedBiz biz) {
        GenericTypes.forget();
        AnnotationUtils.clearCache();
        ReflectionUtils.clearCache();
        // Takes the loader out of those whose classes Spring keeps hard; what it knows of others goes with the caches
        CachedIntrospectionResults.clearClassLoader(biz.loader());
        Found.CACHES.forEach(SpringCaches::clear);
        Found.OF_LOADERS.forEach(cache -> forget(biz, cache));
    }

    private static void forget(ClosedBiz biz, Object cache) {
        if (cache instanceof Map<?, ?> byLoader) {
            byLoader.keySet().removeIf(key -> key instanceof ClassLoader loader && biz.owns(loader));
        }
    }

    static void clear(Object cache) {
        if (cache instanceof Map<?, ?> map) {
            map.clear();
        } else if (cache instanceof Collection<?> collection) {
            collection.clear();
        } else if (cache instanceof ConcurrentLruCache<?, ?> newest) {
            // The first time it forgets what it has in order, and puts in order then what has just come
            newest.clear();
            newest.clear();
        }
    }

    /** Made at the first use: finding the caches loads classes that a base needs no sooner. */
    private static final class Found {

        static final List<Object> CACHES =
                FIELDS.stream().map(SpringCaches::value).toList();
        static final List<Object> OF_LOADERS =
                SpringCaches.OF_LOADERS.stream().map(SpringCaches::value).toList();
    }

    /** Returns the value of a static field, or of a field of its value, or a word that says why there is none. */
    static Object value(String name) {
        String[] steps = name.split("#", -1);
        try {
            // Not Berth's own loader: that has a Spring Security of its own, which no biz sees
            Class<?> type = Class.forName(steps[0], false, ReflectionUtils.class.getClassLoader());
            Object value = read(type, steps[1], null);
            for (int step = 2; step < steps.length && value != null; step++) {
                value = read(value.getClass(), steps[step], value);
            }
            return value == null ? "empty" : value;
        } catch (ClassNotFoundException | LinkageError absent) {
            return ABSENT;
        } catch (ReflectiveOperationException | RuntimeException changed) {
            logger.warn("Spring's cache '{}' is not where it was; a stopped biz may stay in it", name, changed);
            return "changed";
        }
    }

    private static @Nullable Object read(Class<?> type, String name, @Nullable Object owner)
            throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
