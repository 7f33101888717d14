package dev.berth.application;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for a scheduler of the JDK whose class nobody can name; what waits for its time is no work yet. */
final class WatchedScheduler extends WatchedExecutor implements ScheduledExecutorService {

    private final ScheduledExecutorService target;
    private final TasksAtWork tasks;
    private final BooleanSupplier starting;

    WatchedScheduler(ScheduledExecutorService target, TasksAtWork tasks, BooleanSupplier starting) {
        super(target, tasks, starting);
        this.target = target;
        this.tasks = tasks;
        this.starting = starting;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return target.schedule(watched(command), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        boolean ofStart = starting.getAsBoolean();
        Callable<V> watched = () -> {
            tasks.taken();
            return tasks.call(callable, ofStart);
        };
        return target.schedule(watched, delay, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return target.scheduleAtFixedRate(watched(command), initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return target.scheduleWithFixedDelay(watched(command), initialDelay, delay, unit);
    }

    private Runnable watched(Runnable command) {
        boolean ofStart = starting.getAsBoolean();
        return () -> {
            tasks.taken();
            tasks.run(command, ofStart);
        };
    }
}
