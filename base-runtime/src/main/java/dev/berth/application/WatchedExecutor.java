package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Stands in for an executor of the JDK whose class nobody can name, such as that of
 * {@code Executors.newSingleThreadExecutor()} or of virtual threads, and knows its tasks.
 *
 * <p>A task counts from the moment in which it is handed over. Safe for use by many threads.
 */
class WatchedExecutor extends AbstractExecutorService implements WatchedWork {

    private final ExecutorService target;
    private final TasksAtWork tasks;
    private final BooleanSupplier starting;

    WatchedExecutor(ExecutorService target, TasksAtWork tasks, BooleanSupplier starting) {
        this.target = target;
        this.tasks = tasks;
        this.starting = starting;
    }

    /**
     * Makes the stand-in of an executor.
     *
     * @param executor the bean
     * @param starting whether what is handed over now is a part of the application and no work for a call
     */
    static WatchedExecutor of(ExecutorService target, String executor, BooleanSupplier starting) {
        TasksAtWork tasks = new TasksAtWork(executor);
        return target instanceof ScheduledExecutorService scheduled
                ? new WatchedScheduler(scheduled, tasks, starting)
                : new WatchedExecutor(target, tasks, starting);
    }

    @Override
    public boolean anyLeft() {
        return tasks.anyLeft();
    }

    @Override
    public List<RunningCall> atWork() {
        return tasks.known();
    }

    @Override
    public void execute(Runnable task) {
        Task handedOver = new Task(task, tasks, starting.getAsBoolean());
        tasks.taken();
        try {
            target.execute(handedOver);
        } catch (RejectedExecutionException refused) {
            tasks.dropped();
            throw refused;
        }
    }

    @Override
    public void shutdown() {
        target.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return target.shutdownNow().stream().map(this::neverRun).toList();
    }

    private Runnable neverRun(Runnable task) {
        if (task instanceof Task known) {
            tasks.dropped();
            return known.work();
        }
        return task;
    }

    @Override
    public boolean isShutdown() {
        return target.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return target.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return target.awaitTermination(timeout, unit);
    }

    private record Task(Runnable work, TasksAtWork tasks, boolean ofStart) implements Runnable {

        @Override
        public void run() {
            tasks.run(work, ofStart);
        }
    }
}
