package dev.berth.testing;

import java.util.List;

/** Looks at the live threads of this JVM. */
public final class Threads {

    private Threads() {}

    /** Returns the threads that work for a loader's classes. */
    public static List<Thread> withContextLoader(ClassLoader loader) {
        return live().stream()
                .filter(thread -> thread.getContextClassLoader() == loader)
                .toList();
    }

    /** Returns the threads whose names begin so. */
    public static List<Thread> named(String prefix) {
        return live().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .toList();
    }

    /** Returns the threads of this JVM. */
    public static List<Thread> live() {
        return List.copyOf(Thread.getAllStackTraces().keySet());
    }
}
