package dev.berth.leak.cleaner;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields that have no public way to them, as far as the JDK's modules are open.
 *
 * <p>The manifest of the default base opens {@link #PACKAGES}; without that nothing is found, and nothing breaks.
 */
public final class Internals {

    /** What cleaners and those who look for holders look into, as {@code Add-Opens} names it. */
    public static final List<String> PACKAGES = List.of(
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/javax.net.ssl",
            "java.base/jdk.internal.vm",
            "java.base/sun.security.ssl",
            "java.desktop/sun.awt",
            "java.management/com.sun.jmx.interceptor",
            "java.management/com.sun.jmx.mbeanserver",
            "java.management/javax.management",
            "java.management/javax.management.modelmbean",
            "java.management/sun.management",
            "java.rmi/sun.rmi.server",
            "java.rmi/sun.rmi.transport",
            "java.sql/java.sql");

    private Internals() {}

    /** Returns those of the packages that this JVM has and that are closed. */
    public static List<String> closed() {
        return PACKAGES.stream().filter(Internals::isClosed).toList();
    }

    private static boolean isClosed(String name) {
        int slash = name.indexOf('/');
        String inPackage = name.substring(slash + 1);
        return ModuleLayer.boot()
                .findModule(name.substring(0, slash))
                .filter(module -> module.getPackages().contains(inPackage))
                .filter(module -> !module.isOpen(inPackage, Internals.class.getModule()))
                .isPresent();
    }

    /** Returns the value of a static field, or nothing when it is null, closed or not there. */
    static Optional<Object> constant(String type, String name) {
        try {
            return read(field(Class.forName(type, true, Internals.class.getClassLoader()), name), null);
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Returns the value of an object's field, or nothing when it is null, closed or not there. */
    static Optional<Object> value(Object owner, String name) {
        return read(field(owner.getClass(), name), owner);
    }

    /** Sets an object's field; tells whether that could be done. */
    static boolean set(Object owner, String name, @Nullable Object value) {
        return write(field(owner.getClass(), name), owner, value);
    }

    /** Sets a static field; tells whether that could be done. */
    static boolean set(Class<?> type, String name, @Nullable Object value) {
        return write(field(type, name), null, value);
    }

    /** Returns the value of a field that was found, or nothing when it is null or closed. */
    static Optional<Object> read(@Nullable Field field, @Nullable Object owner) {
        try {
            return field == null ? Optional.empty() : Optional.ofNullable(field.get(owner));
        } catch (IllegalAccessException closed) {
            return Optional.empty();
        }
    }

    private static boolean write(@Nullable Field field, @Nullable Object owner, @Nullable Object value) {
        try {
            if (field != null) {
                field.set(owner, value);
            }
            return field != null;
        } catch (IllegalAccessException closed) {
            return false;
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                return opened(each.getDeclaredField(name));
            } catch (NoSuchFieldException inherited) {
                // Then a superclass has it
            }
        }
        return null;
    }

    /** Makes a field readable; nothing when its package is closed. */
    static @Nullable Field opened(Field field) {
        try {
            field.setAccessible(true);
            return field;
        } catch (InaccessibleObjectException closed) {
            return null;
        }
    }

    /** Tells whether a field holds a reference of each object. */
    static boolean isReference(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive();
    }
}
