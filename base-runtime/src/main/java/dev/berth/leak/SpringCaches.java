package dev.berth.leak;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The static caches of Spring that can hold classes of a biz and that Spring offers no way to clear.
 *
 * <p>Most hold by soft references, so that a loader would stay until memory is short. They are cleared as a whole: what
 * other biz still need is worked out anew. A cache of a library that the base does not have is left out. Safe for use by
 * many threads.
 */
final class SpringCaches {

    private static final Logger logger = LoggerFactory.getLogger(SpringCaches.class);

    private static final List<String> FIELDS = List.of(
            "org.springframework.core.BridgeMethodResolver#cache",
            "org.springframework.core.GenericTypeResolver#typeVariableCache",
            "org.springframework.core.annotation.AttributeMethods#cache",
            "org.springframework.core.annotation.OrderUtils#orderCache",
            "org.springframework.core.annotation.RepeatableContainers#cache",
            "org.springframework.core.convert.Property#annotationCache",
            "org.springframework.core.convert.support.ObjectToObjectConverter#conversionExecutableCache",
            "org.springframework.util.ClassUtils#interfaceMethodCache",
            "org.springframework.util.ClassUtils#publicInterfaceMethodCache",
            "org.springframework.util.ClassUtils#publiclyAccessibleMethodCache",
            "org.springframework.beans.BeanUtils#unknownEditorTypes",
            "org.springframework.aop.aspectj.annotation.AspectJProxyFactory#aspectCache",
            "org.springframework.aop.framework.ObjenesisCglibAopProxy#objenesis#cache",
            "org.springframework.context.annotation.BeanAnnotationHelper#beanNameCache",
            "org.springframework.context.annotation.BeanAnnotationHelper#scopedProxyCache",
            "org.springframework.context.event.GenericApplicationListenerAdapter#eventTypeCache",
            "org.springframework.orm.jpa.ExtendedEntityManagerCreator#cachedEntityManagerInterfaces",
            "org.springframework.orm.jpa.SharedEntityManagerCreator#cachedQueryInterfaces",
            "org.springframework.boot.actuate.autoconfigure.endpoint.condition.OnAvailableEndpointCondition"
                    + "#accessResolversCache",
            "org.springframework.boot.actuate.autoconfigure.endpoint.condition.OnAvailableEndpointCondition"
                    + "#exposureOutcomeContributorsCache");

    /** Spring keeps the factories of each loader in a map of weak keys, whose values hold the key again. */
    private static final String FACTORIES = "org.springframework.core.io.support.SpringFactoriesLoader#cache";

    private final List<Object> caches = new ArrayList<>();
    private final Object factories;

    SpringCaches() {
        FIELDS.forEach(field -> {
            Object cache = value(field);
            if (cache instanceof Map || cache instanceof Collection) {
                caches.add(cache);
            }
        });
        factories = value(FACTORIES);
    }

    /** Takes everything of a loader out of the caches. */
    void forget(ClassLoader loader) {
        for (Object cache : caches) {
            if (cache instanceof Map<?, ?> map) {
                map.clear();
            } else if (cache instanceof Collection<?> collection) {
                collection.clear();
            }
        }
        if (factories instanceof Map<?, ?> byLoader) {
            byLoader.remove(loader);
        }
    }

    /** Returns the value of a static field, or of a field of its value, or a word that says why there is none. */
    private static Object value(String name) {
        String[] steps = name.split("#", -1);
        try {
            Class<?> type = Class.forName(steps[0], false, SpringCaches.class.getClassLoader());
            Object value = read(type, steps[1], null);
            for (int step = 2; step < steps.length && value != null; step++) {
                value = read(value.getClass(), steps[step], value);
            }
            return value == null ? "empty" : value;
        } catch (ClassNotFoundException | LinkageError absent) {
            return "absent";
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
