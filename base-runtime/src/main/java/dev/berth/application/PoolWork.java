package dev.berth.application;

import dev.berth.lifecycle.LiveThreads;
import dev.berth.lifecycle.RunningCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The work of a pool of the JDK: the pool counts it itself, and its threads show by their stacks who is at a task.
 *
 * <p>A task that began with the application is known by its thread and the place where it begins. A task that waits for a
 * time of its own is no work yet.
 */
final class PoolWork implements WatchedWork {

    /** For a machine so busy that a thread which was just started waits for a processor. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String description;
    private final BooleanSupplier busy;
    private final BooleanSupplier settled;
    private final Supplier<Stream<Thread>> threads;
    private final Map<Thread, String> ofStart;

    private PoolWork(
            String executor,
            BooleanSupplier busy,
            BooleanSupplier settled,
            Supplier<Stream<Thread>> threads,
            Map<Thread, String> ofStart) {
        this.description = "task of executor " + executor;
        this.busy = busy;
        this.settled = settled;
        this.threads = threads;
        this.ofStart = ofStart;
    }

    /** Begins to know a pool; of threads that it has already only the number is known. */
    static PoolWork of(ThreadPoolExecutor pool, String executor) {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        Map<Thread, String> ofStart = new ConcurrentHashMap<>();
        ThreadFactory own = pool.getThreadFactory();
        pool.setThreadFactory(work -> {
            Thread made = own.newThread(() -> {
                Thread worker = Thread.currentThread();
                workers.add(worker);
                try {
                    work.run();
                } finally {
                    workers.remove(worker);
                    ofStart.remove(worker);
                }
            });
            // The pool counts a task that it hands to a new thread only when that thread runs
            Optional.ofNullable(made).ifPresent(workers::add);
            return made;
        });
        BooleanSupplier settled = () -> workers.stream().allMatch(WorkerStack::isSettled);
        return new PoolWork(executor, () -> isBusy(pool), settled, workers::stream, ofStart);
    }

    /** Begins to know a pool whose threads tell whom they belong to. */
    static PoolWork of(ForkJoinPool pool, String executor) {
        return new PoolWork(
                executor,
                () -> isBusy(pool),
                () -> pool.isQuiescent()
                        || workers(pool).filter(WorkerStack::isAtTask).count() >= pool.getActiveThreadCount(),
                () -> workers(pool),
                new ConcurrentHashMap<>());
    }

    private static Stream<Thread> workers(ForkJoinPool pool) {
        return LiveThreads.all()
                .filter(thread -> thread instanceof ForkJoinWorkerThread worker && worker.getPool() == pool);
    }

    /** Tells whether a pool belongs to the biz alone. */
    static boolean isOwn(Executor executor) {
        return executor != ForkJoinPool.commonPool();
    }

    /** Tells whether an executor has work, as far as it counts that itself. */
    static boolean isBusy(Executor executor) {
        if (executor instanceof ThreadPoolExecutor pool) {
            return pool.getActiveCount() > 0 || isAnyDue(pool);
        }
        return executor instanceof ForkJoinPool pool && isOwn(pool) && !pool.isQuiescent();
    }

    private static boolean isAnyDue(ThreadPoolExecutor pool) {
        return pool instanceof ScheduledThreadPoolExecutor
                ? pool.getQueue().stream().anyMatch(PoolWork::isDue)
                : !pool.getQueue().isEmpty();
    }

    private static boolean isDue(Runnable task) {
        return task instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) <= 0;
    }

    @Override
    public boolean anyLeft() {
        return busy.getAsBoolean();
    }

    @Override
    public List<RunningCall> atWork() {
        return tasks().filter(task -> !task.entry().equals(ofStart.get(task.worker())))
                .map(RunningCall.class::cast)
                .toList();
    }

    /** A thread that has just taken a task over shows it a moment later. */
    @Override
    public void applicationStarted() {
        long end = System.nanoTime() + SETTLE_NANOS;
        while (!settled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        tasks().forEach(task -> ofStart.put(task.worker(), task.entry()));
    }

    private Stream<PoolTask> tasks() {
        return threads.get()
                .flatMap(worker ->
                        WorkerStack.task(worker).map(entry -> new PoolTask(description, worker, entry)).stream());
    }
}
