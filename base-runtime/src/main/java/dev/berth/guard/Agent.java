package dev.berth.guard;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The agent of this JVM, as the changed methods of the JDK find it: by the system class loader, which is not the one that
 * the base is in.
 *
 * @param instrumentation what the JVM gave it
 * @param guard its field for the guard
 * @param none what is in the field without a guard
 */
record Agent(Instrumentation instrumentation, Field guard, Object none) {

    /** Finds the agent, unless the JVM was started without it. */
    static Optional<Agent> find() {
        try {
            Class<?> type = Class.forName(HookedMethod.AGENT, true, ClassLoader.getSystemClassLoader());
            Object given = type.getField("instrumentation").get(null);
            Field guard = type.getField("guard");
            return given instanceof Instrumentation instrumentation
                    ? Optional.of(new Agent(
                            instrumentation, guard, type.getField("NONE").get(null)))
                    : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Tells whether another base of this JVM has its guard here. */
    boolean taken() {
        return read() != none;
    }

    /** Leads the calls to a guard. */
    void lead(BiConsumer<String, @Nullable Object> to) {
        write(to);
    }

    /** Leads the calls to nobody, if they are led to this guard. */
    void release(BiConsumer<String, @Nullable Object> from) {
        if (read() == from) {
            write(none);
        }
    }

    private @Nullable Object read() {
        try {
            return guard.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(Object value) {
        try {
            guard.set(null, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
