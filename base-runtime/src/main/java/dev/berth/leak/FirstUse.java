package dev.berth.leak;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Uses first what remembers its first user for the rest of the JVM's life, so that this is the base and never a biz.
 *
 * <p>Some classes keep an exception whose stack has the classes of whoever initialised them; some threads are started
 * once and keep the context loader of whoever started them.
 */
public final class FirstUse {

    private static final List<String> REMEMBERING = List.of(
            "org.springframework.cglib.core.ClassNameReader",
            "org.aspectj.weaver.reflect.ReflectionBasedReferenceTypeDelegate");

    private FirstUse() {}

    /** Is called once, by the base, before the first biz starts; a class that this base does not have is left out. */
    public static void byTheBase() {
        ClassLoader loader = FirstUse.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            REMEMBERING.forEach(name -> initialise(name, loader));
            startDelayer();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void initialise(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException none) {
            // Then no biz can share it either
        }
    }

    /** The thread behind delayed completions. */
    private static void startDelayer() {
        Executor soon = CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, Runnable::run);
        soon.execute(() -> {});
    }
}
