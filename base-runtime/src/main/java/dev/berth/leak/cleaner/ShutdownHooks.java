package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Shutdown hooks of a biz: its JVM ends now, so they are run and taken out.
 *
 * <p>One that is the biz's by its context loader alone is that of a shared library which the biz was the first to use; it
 * stays, with the base's loader.
 */
public final class ShutdownHooks implements Cleaner {

    private static final long RUN_MILLIS = 1_000;

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        for (Thread hook : hooks()) {
            Optional<String> sign = Threads.ownSign(hook, biz);
            if (sign.isPresent()) {
                leftovers.add(Leftover.of(
                        "Shutdown hook '" + hook.getName() + "' (" + sign.get() + ")",
                        "run and removed",
                        Optional.empty(),
                        () -> run(hook)));
            } else if (biz.owns(hook.getContextClassLoader())) {
                leftovers.add(new Leftover(
                        "Shutdown hook '" + hook.getName() + "' (with the biz's context loader)",
                        "stays with the base's context loader",
                        "keeps the biz's context loader",
                        Optional.empty(),
                        () -> {
                            hook.setContextClassLoader(biz.base());
                            return true;
                        }));
            }
        }
        return leftovers;
    }

    /** Returns all hooks; nothing when the JVM ends already. */
    static List<Thread> hooks() {
        Class<?> lock;
        try {
            lock = Class.forName("java.lang.ApplicationShutdownHooks");
        } catch (ClassNotFoundException absent) {
            return List.of();
        }
        synchronized (lock) {
            return Internals.constant(lock.getName(), "hooks")
                    .map(hooks -> ((Map<?, ?>) hooks)
                            .keySet().stream().map(Thread.class::cast).toList())
                    .orElse(List.of());
        }
    }

    private static boolean run(Thread hook) throws InterruptedException {
        boolean removed = Runtime.getRuntime().removeShutdownHook(hook);
        if (removed) {
            hook.setDaemon(true);
            hook.start();
            TimeUnit.MILLISECONDS.timedJoin(hook, RUN_MILLIS);
        }
        return removed && !hook.isAlive();
    }
}
