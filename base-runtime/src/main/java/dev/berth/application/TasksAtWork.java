package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks of one executor: how many are left, and which threads are at them. Safe for use by many threads. */
final class TasksAtWork {

    private final AtomicInteger left = new AtomicInteger();
    private final Set<RunningTask> running = ConcurrentHashMap.newKeySet();
    private final String executor;

    /**
     * Makes the tasks of an executor that has none.
     *
     * @param executor the bean
     */
    TasksAtWork(String executor) {
        this.executor = executor;
    }

    /** Counts a task in. */
    void taken() {
        left.incrementAndGet();
    }

    /** Counts a task out that has not run. */
    void dropped() {
        left.decrementAndGet();
    }

    boolean anyLeft() {
        return left.get() > 0;
    }

    /** Returns those that may be broken off. */
    List<RunningCall> known() {
        return List.copyOf(running);
    }

    /** Runs a task that was counted in, and counts it out; one of the start is not made known. */
    void run(Runnable task, boolean ofStart) {
        RunningTask run = begin(ofStart);
        try {
            task.run();
        } finally {
            end(run);
        }
    }

    /** Runs a task that was counted in, and counts it out; one of the start is not made known. */
    <T> T call(Callable<T> task, boolean ofStart) throws Exception {
        RunningTask run = begin(ofStart);
        try {
            return task.call();
        } finally {
            end(run);
        }
    }

    private RunningTask begin(boolean ofStart) {
        RunningTask run = new RunningTask(executor, Thread.currentThread());
        if (!ofStart) {
            running.add(run);
        }
        return run;
    }

    private void end(RunningTask run) {
        run.end();
        running.remove(run);
        left.decrementAndGet();
    }
}
