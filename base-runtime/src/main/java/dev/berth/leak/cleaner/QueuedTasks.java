package dev.berth.leak.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tasks of a biz that wait in executors: of the base, of shared libraries, or the one behind the delayed completions of
 * JDK 17; periodic ones too.
 */
public final class QueuedTasks implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        ThreadPools.executors().forEach((executor, threads) -> {
            for (Runnable task : executor.getQueue()) {
                Reach.find(biz, task)
                        .ifPresent(found -> leftovers.add(Leftover.of(
                                "Task of " + name(found) + " for thread '"
                                        + threads.get(0).getName() + "'",
                                "cancelled",
                                () -> cancel(executor, task))));
            }
        });
        return leftovers;
    }

    private static String name(Object found) {
        return found instanceof Class<?> type
                ? type.getName()
                : found.getClass().getName();
    }

    private static void cancel(ThreadPoolExecutor executor, Runnable task) {
        if (task instanceof Future<?> future) {
            future.cancel(false);
        }
        executor.remove(task);
    }
}
