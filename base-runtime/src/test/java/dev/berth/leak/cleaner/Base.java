package dev.berth.leak.cleaner;

import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a tiny biz meets of its base: parts that serve all and outlive it. */
public final class Base {

    public static final Timer TIMER = new Timer("base-timer", true);

    public static final ScheduledThreadPoolExecutor POOL =
            (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1, task -> {
                Thread thread = new Thread(task, "base-pool");
                thread.setDaemon(true);
                return thread;
            });

    /** A field of a shared class, in which no cleaner looks. */
    public static volatile Object slot;

    private Base() {}

    /** Starts what the base starts before any biz comes. */
    static void start() {
        try {
            POOL.submit(() -> {}).get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
