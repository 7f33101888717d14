package dev.berth.logging;

import ch.qos.logback.classic.spi.LoggerContextListener;
import dev.berth.leak.cleaner.ClosedBiz;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Micrometer's count of log events, which stays a listener of Logback when it is closed and holds the registry that it
 * counted for.
 */
final class CountedEvents {

    private static final Logger logger = LoggerFactory.getLogger(CountedEvents.class);

    private static final String COUNTING = "io.micrometer.core.instrument.binder.logging.LogbackMetrics";

    private CountedEvents() {}

    /** Tells whether a listener counts for registries of a biz only: those of its classes, and closed ones. */
    static boolean countsFor(ClosedBiz biz, LoggerContextListener listener) {
        Class<?> counting = listener.getClass().getEnclosingClass();
        if (counting == null || !counting.getName().equals(COUNTING)) {
            return false;
        }
        try {
            Object owner = field(listener.getClass(), "this$0").get(listener);
            List<Object> registries = new ArrayList<>();
            synchronized (field(counting, "metricsTurboFilters").get(owner)) {
                registries.addAll(
                        ((Map<?, ?>) field(counting, "metricsTurboFilters").get(owner)).keySet());
            }
            for (Object registry : registries) {
                if (!biz.made(registry) && !isClosed(registry)) {
                    return false;
                }
            }
            return !registries.isEmpty();
        } catch (ReflectiveOperationException | RuntimeException changed) {
            logger.warn(
                    "Micrometer counts log events in another way than is known; a stopped biz may stay in it", changed);
            return false;
        }
    }

    private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static boolean isClosed(Object registry) throws ReflectiveOperationException {
        return (Boolean) registry.getClass().getMethod("isClosed").invoke(registry);
    }
}
