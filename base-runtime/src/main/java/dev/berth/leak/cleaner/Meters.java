package dev.berth.leak.cleaner;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a biz has put into Micrometer's global registry: registries that are closed or of its classes, and meters that ask
 * its code. Nothing when the base has no Micrometer.
 */
public final class Meters implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        try {
            return Global.find(biz);
        } catch (NoClassDefFoundError noMicrometer) {
            return List.of();
        }
    }

    /** Linked only when it is used. */
    private static final class Global {

        static List<Leftover> find(ClosedBiz biz) {
            List<Leftover> leftovers = new ArrayList<>();
            for (MeterRegistry registry : Metrics.globalRegistry.getRegistries()) {
                if (registry.isClosed() || biz.made(registry)) {
                    leftovers.add(Leftover.of(
                            "Meter registry " + registry.getClass().getName() + " in the global one",
                            "removed",
                            () -> Metrics.removeRegistry(registry)));
                }
            }
            for (Meter meter : Metrics.globalRegistry.getMeters()) {
                if (asks(meter, biz)) {
                    leftovers.add(Leftover.of(
                            "Meter '" + meter.getId().getName() + "' of the global registry",
                            "removed",
                            () -> Metrics.globalRegistry.remove(meter)));
                }
            }
            return leftovers;
        }

        /** Gauges and the like have the function that gives their value in a field. */
        private static boolean asks(Meter meter, ClosedBiz biz) {
            for (Class<?> type = meter.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    boolean own = Internals.isReference(field)
                            && Internals.read(Internals.opened(field), meter)
                                    // Where a composite has the meters of its registries
                                    .filter(value -> !(value instanceof Map))
                                    .flatMap(value -> Reach.find(biz, value))
                                    .isPresent();
                    if (own) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
