package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Executors that a biz did not shut down, and threads which it made a foreign executor start.
 *
 * <p>An executor with a part of the biz's classes is shut down. Of any other nobody can tell whose it is, so that its
 * threads are renewed: idle ones end, the executor stays usable, and one that belongs to nobody any more is collected.
 */
public final class ThreadPools implements Cleaner {

    private static final long WAIT_MILLIS = 500;

    /** What is changed for a moment is to be read as it is at other times. */
    private static final Map<ThreadPoolExecutor, Object> LOCKS = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public boolean endsThreads() {
        return true;
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        executors().forEach((executor, threads) -> {
            String what = "Executor of thread '" + threads.get(0).getName() + "'";
            if (isOwn(executor, biz)) {
                leftovers.add(Leftover.of(what, "shut down", Optional.empty(), () -> {
                    executor.shutdownNow();
                    return executor.awaitTermination(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                }));
            } else {
                List<Thread> ofBiz = threads.stream()
                        .filter(thread -> biz.owns(thread.getContextClassLoader()))
                        .toList();
                if (!ofBiz.isEmpty()) {
                    leftovers.add(new Leftover(
                            what + " with the biz's context loader",
                            "had its threads renewed",
                            "could not have its threads renewed",
                            Optional.empty(),
                            () -> renew(executor, ofBiz, biz)));
                }
            }
        });
        return leftovers;
    }

    /** Returns all executors of this JVM that have threads, with these. */
    static Map<ThreadPoolExecutor, List<Thread>> executors() {
        Map<ThreadPoolExecutor, List<Thread>> executors = new IdentityHashMap<>();
        for (Thread thread : LiveThread.threads()) {
            LiveThread.executor(thread).ifPresent(executor -> executors
                    .computeIfAbsent((ThreadPoolExecutor) executor, none -> new ArrayList<>())
                    .add(thread));
        }
        return Collections.unmodifiableMap(executors);
    }

    private static boolean isOwn(ThreadPoolExecutor executor, ClosedBiz biz) {
        return biz.made(executor)
                || biz.made(executor.getThreadFactory())
                || biz.made(executor.getRejectedExecutionHandler());
    }

    private static boolean renew(ThreadPoolExecutor executor, List<Thread> threads, ClosedBiz biz)
            throws InterruptedException {
        // A worker that ends while there is work starts the next one, which inherits from it
        threads.forEach(thread -> thread.setContextClassLoader(biz.base()));
        synchronized (LOCKS.computeIfAbsent(executor, none -> new Object())) {
            endIdle(executor, threads);
        }
        return threads.stream().allMatch(thread -> !thread.isAlive() || ThreadStop.hasLeft(thread, biz));
    }

    private static void endIdle(ThreadPoolExecutor executor, List<Thread> threads) throws InterruptedException {
        boolean coreEnds = executor.allowsCoreThreadTimeOut();
        long keepAlive = executor.getKeepAliveTime(TimeUnit.NANOSECONDS);
        executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
            while (threads.stream().anyMatch(Thread::isAlive) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } finally {
            executor.allowCoreThreadTimeOut(coreEnds);
            executor.setKeepAliveTime(keepAlive, TimeUnit.NANOSECONDS);
        }
    }
}
