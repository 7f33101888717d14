package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Shutdown hooks of a biz: its JVM ends now, so they are run and taken out.
 *
 * <p>One that is the biz's by its context loader alone, such as that of a shared library, is taken out and not run.
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
                leftovers.add(Leftover.of(
                        "Shutdown hook '" + hook.getName() + "' of class "
                                + hook.getClass().getName(),
                        "removed",
                        Optional.empty(),
                        () -> Runtime.getRuntime().removeShutdownHook(hook)));
            }
        }
        return leftovers;
    }

    private static List<Thread> hooks() {
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
