package dev.berth.control;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the numbered threads of one purpose. */
final class OperationThreads implements ThreadFactory {

    private static final long IDLE_SECONDS = 60;

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();

    OperationThreads(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Makes a pool that has a thread for each task; idle ones end after a minute.
     *
     * @param ready how many there are from now on, so that what frees threads has one when no more can be started
     */
    static ExecutorService pool(String prefix, int ready) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                ready,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new OperationThreads(prefix));
        pool.prestartAllCoreThreads();
        return pool;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, prefix + number.incrementAndGet());
        thread.setDaemon(true);
        // Whoever asks first must not lend its loader to a thread that stays
        thread.setContextClassLoader(OperationThreads.class.getClassLoader());
        return thread;
    }
}
