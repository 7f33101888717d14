package dev.berth.leak;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields of the JDK where the base may: opened to it, and present in this version. */
final class Opened {

    private Opened() {}

    /** Tells whether the JDK is open to the base, as it is when that was started by {@code java -jar}. */
    static boolean isOpen() {
        return Thread.class.getModule().isOpen("java.lang", Opened.class.getModule());
    }

    /** Returns the value of a field of an object, unless it is null or can't be read. */
    static Optional<Object> field(Object owner, Class<?> declaring, String name) {
        return read(owner, declaring, name);
    }

    /** Returns the value of a static field, unless it is null or can't be read. */
    static Optional<Object> field(Class<?> declaring, String name) {
        return read(null, declaring, name);
    }

    /** Returns the value of a static field of a class by name, unless that can't be had. */
    static Optional<Object> field(String declaring, String name) {
        try {
            return field(Class.forName(declaring, false, ClassLoader.getPlatformClassLoader()), name);
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Returns the value of a field of an object, in whichever class of it that is, unless it is null or can't be read. */
    static Optional<Object> inherited(Object owner, String name) {
        Class<?> type = owner.getClass();
        while (type != null) {
            if (declares(type, name)) {
                return read(owner, type, name);
            }
            type = type.getSuperclass();
        }
        return Optional.empty();
    }

    private static boolean declares(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
    }

    private static Optional<Object> read(@Nullable Object owner, Class<?> declaring, String name) {
        try {
            Field field = declaring.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.ofNullable(field.get(owner));
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            return Optional.empty();
        }
    }
}
