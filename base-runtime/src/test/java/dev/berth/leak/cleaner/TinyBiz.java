package dev.berth.leak.cleaner;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A biz of one nested class of a test, defined once more by a loader of its own, which runs once and is closed then.
 *
 * <p>Only the leak that the class makes holds the loader. Such a class can't use private members across its nest.
 */
final class TinyBiz {

    private final WeakReference<ClassLoader> loader;

    private TinyBiz(WeakReference<ClassLoader> loader) {
        this.loader = loader;
    }

    /** Runs the class on a thread that ends, with the biz's loader as its context loader. */
    static TinyBiz run(Class<? extends Runnable> main) {
        return run(main, TinyBiz.class.getClassLoader());
    }

    /** Runs the class below a base that has more libraries. */
    static TinyBiz run(Class<? extends Runnable> main, ClassLoader base) {
        Loader loader = new Loader(main.getName(), base);
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(() -> thrown[0] = attempt(main.getName(), loader), "tiny-biz");
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown[0] != null) {
            throw new IllegalStateException(thrown[0]);
        }
        return new TinyBiz(new WeakReference<>(loader));
    }

    private static Throwable attempt(String name, ClassLoader loader) {
        try {
            ((Runnable) Class.forName(name, true, loader).getConstructor().newInstance()).run();
            return null;
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            return failure;
        }
    }

    /** Tells whether the loader outlives several collections. */
    boolean isHeld() {
        for (int round = 0; round < 2; round++) {
            System.gc();
        }
        return !loader.refersTo(null);
    }

    /** Tells whether the garbage collector takes the loader. */
    boolean isCollected() {
        return Eventually.collected(loader);
    }

    /** Tells whether softly held objects outlive a collection in this JVM. */
    static boolean softReferencesHold() {
        return !ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("SoftRefLRUPolicyMSPerMB")
                .getValue()
                .equals("0");
    }

    /** Runs cleaners and sweeps, in that order, and returns what they say. */
    List<String> clean(Object... parts) {
        return findings(parts).stream().map(Finding::message).toList();
    }

    List<Finding> findings(Object... parts) {
        return new Cleaning(List.of(), only(Cleaner.class, parts), only(Sweep.class, parts)).run(closed());
    }

    private static <T> List<T> only(Class<T> type, Object... parts) {
        return Stream.of(parts).filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the biz as cleaners see it; it holds the loader. */
    ClosedBiz closed(ClassLoader... neighbours) {
        ClassLoader own = Objects.requireNonNull(loader.get(), "The biz is collected");
        return new ClosedBiz("tiny", own, TinyBiz.class.getClassLoader(), Set.of(neighbours));
    }

    /** Defines the main class and those within it itself, and leaves all others to the base. */
    static final class Loader extends ClassLoader {

        private final String own;

        Loader(String own, ClassLoader base) {
            super(base);
            this.own = own;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null || !name.startsWith(own)) {
                    return known != null ? known : super.loadClass(name, resolve);
                }
                return define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            URL file = getParent().getResource(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
