package dev.berth.leak.cleaner;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The type of the record component for which the JDK last made a {@code hashCode} or an {@code equals}.
 *
 * <p>Both are made from one shared method handle each, which remembers the last type that it was adapted to: on JDK 17 for
 * good, later by a soft reference. Making them for a record of the base lets it remember that one.
 */
public final class RecordMethods implements Sweep {

    private static final Logger logger = LoggerFactory.getLogger(RecordMethods.class);

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    @Override
    public void sweep(ClosedBiz biz) {
        try {
            MethodHandle getter = LOOKUP.findVirtual(OfTheBase.class, "part", MethodType.methodType(ClosedBiz.class));
            make("hashCode", MethodType.methodType(int.class, OfTheBase.class), getter);
            make("equals", MethodType.methodType(boolean.class, OfTheBase.class, Object.class), getter);
        } catch (Throwable changed) {
            // Declared by the bootstrap method, which has nothing to fail for here
            logger.warn("The JDK makes methods of records in another way than is known", changed);
        }
    }

    private static void make(String method, MethodType type, MethodHandle getter) throws Throwable {
        ObjectMethods.bootstrap(LOOKUP, method, type, OfTheBase.class, "part", getter);
    }

    private record OfTheBase(ClosedBiz part) {}
}
