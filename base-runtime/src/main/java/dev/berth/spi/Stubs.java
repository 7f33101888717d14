package dev.berth.spi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes stubs; one class an interface, made at the first use and kept as long as the base.
 *
 * <p>Safe for use by many threads.
 */
final class Stubs {

    private final Map<Class<?>, MethodHandle> constructors = new ConcurrentHashMap<>();

    /**
     * Makes a stub of an SPI.
     *
     * @throws dev.berth.error.BerthException with SPI_INVALID when the JVM refuses its class
     */
    <T> T make(Class<T> spi, Line line) {
        MethodHandle constructor = constructors.computeIfAbsent(spi, Stubs::define);
        try {
            return spi.cast((Object) constructor.invokeExact(line));
        } catch (Throwable impossible) {
            throw new IllegalStateException("A stub's constructor failed", impossible);
        }
    }

    private static MethodHandle define(Class<?> spi) {
        StubClass written = StubClass.of(spi);
        try {
            Class<?> type = new StubLoader(spi.getClassLoader()).define(written.name(), written.bytes());
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, Line.class))
                    .asType(MethodType.methodType(Object.class, Line.class));
        } catch (LinkageError | ReflectiveOperationException refused) {
            throw Contract.invalid(
                    spi,
                    "has no stub that the JVM takes: " + refused.getMessage(),
                    "Let its methods name only types that its own loader sees.");
        }
    }

    /** Sees what the interface sees, and of Berth the two types that a stub speaks to. */
    private static final class StubLoader extends ClassLoader {

        private StubLoader(ClassLoader parent) {
            super("berth-stub", parent);
        }

        private Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }

        /** A base application may have these by its own loader too, as other classes. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return StubClass.isOfBerth(name) ? Line.loader().loadClass(name) : super.loadClass(name, resolve);
        }
    }
}
