package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/**
 * Fork-join pools with a part of a biz's classes that were not shut down. Their threads wait for work whatever interrupts
 * them.
 *
 * <p>A pool that has nothing of the biz but tasks which are done holds nothing of it.
 */
public final class ForkJoinPools implements Cleaner {

    private static final long WAIT_MILLIS = 500;

    @Override
    public boolean endsThreads() {
        return true;
    }

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        pools().forEach((pool, thread) -> {
            if (isOwn(pool, biz)) {
                leftovers.add(Leftover.of(
                        "Fork-join pool of thread '" + thread.getName() + "'", "shut down", Optional.empty(), () -> {
                            pool.shutdownNow();
                            return pool.awaitTermination(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                        }));
            }
        });
        return leftovers;
    }

    private static Map<ForkJoinPool, Thread> pools() {
        Map<ForkJoinPool, Thread> pools = new IdentityHashMap<>();
        for (Thread thread : LiveThread.threads()) {
            if (thread instanceof ForkJoinWorkerThread worker) {
                pools.putIfAbsent(worker.getPool(), thread);
            }
        }
        return pools;
    }

    private static boolean isOwn(ForkJoinPool pool, ClosedBiz biz) {
        return biz.made(pool) || biz.made(pool.getFactory()) || biz.made(pool.getUncaughtExceptionHandler());
    }
}
