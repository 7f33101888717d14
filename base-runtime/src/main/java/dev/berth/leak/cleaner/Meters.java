package dev.berth.leak.cleaner;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a biz has put into the global registry of the Micrometer that it shares: registries that are closed or of its
 * classes, and meters that ask its code.
 *
 * <p>The library is reached as the biz sees it, since Berth has a Micrometer of its own.
 */
public final class Meters implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        try {
            Class<?> metrics = Class.forName("io.micrometer.core.instrument.Metrics", true, biz.loader());
            return biz.owns(metrics.getClassLoader()) ? List.of() : find(metrics, biz);
        } catch (ClassNotFoundException | NoClassDefFoundError noMicrometer) {
            return List.of();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static List<Leftover> find(Class<?> metrics, ClosedBiz biz) throws ReflectiveOperationException {
        Object global = metrics.getField("globalRegistry").get(null);
        List<Leftover> leftovers = new ArrayList<>();
        for (Object registry : all(global, "getRegistries")) {
            boolean closed = (Boolean) registry.getClass().getMethod("isClosed").invoke(registry);
            if (closed || biz.made(registry)) {
                leftovers.add(Leftover.of(
                        "Meter registry " + registry.getClass().getName() + " in the global one",
                        "removed",
                        () -> call(global, "remove", "MeterRegistry", registry)));
            }
        }
        for (Object meter : all(global, "getMeters")) {
            if (asks(meter, biz)) {
                leftovers.add(Leftover.of(
                        "Meter " + meter.getClass().getSimpleName() + " of the global registry",
                        "removed",
                        () -> call(global, "remove", "Meter", meter)));
            }
        }
        return leftovers;
    }

    private static Collection<?> all(Object global, String method) throws ReflectiveOperationException {
        return (Collection<?>) global.getClass().getMethod(method).invoke(global);
    }

    private static void call(Object global, String method, String type, Object argument)
            throws ReflectiveOperationException {
        Class<?> parameter = Class.forName(
                "io.micrometer.core.instrument." + type,
                false,
                global.getClass().getClassLoader());
        global.getClass().getMethod(method, parameter).invoke(global, argument);
    }

    /** Gauges and the like have the function that gives their value in a field. */
    private static boolean asks(Object meter, ClosedBiz biz) {
        for (Class<?> type = meter.getClass(); type != null; type = type.getSuperclass()) {
            boolean own = Stream.of(type.getDeclaredFields())
                    .filter(Internals::isReference)
                    .anyMatch(field -> leadsTo(field, meter, biz));
            if (own) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(Field field, Object meter, ClosedBiz biz) {
        return Internals.read(Internals.opened(field), meter)
                // Where a composite has the meters of its registries
                .filter(value -> !(value instanceof Map))
                .flatMap(value -> Reach.find(biz, value))
                .isPresent();
    }
}
