package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The executors among the beans of a biz, asked whether they have work left.
 *
 * <p>Those of Spring and of the JDK whose work can be counted are known: pools, and the executors of Spring that start a
 * thread a task, virtual ones too. A task that waits for a time of its own is no work yet. Filled while contexts start;
 * may be asked from any thread.
 */
final class BizExecutors implements BeanPostProcessor {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final List<BooleanSupplier> busy = new CopyOnWriteArrayList<>();
    private final List<StartedTasks> known = new CopyOnWriteArrayList<>();
    private final BooleanSupplier starting;

    /**
     * Makes an empty collection.
     *
     * @param starting whether the application still starts; what it hands over then is a part of it and no work for a call
     */
    BizExecutors(BooleanSupplier starting) {
        this.starting = starting;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof SimpleAsyncTaskScheduler) {
            // Starts what is scheduled, which is no work that a call has handed over
            return bean;
        }
        if (bean instanceof SimpleAsyncTaskExecutor executor) {
            StartedTasks tasks = StartedTasks.count(executor, beanName, starting);
            known.add(tasks);
            busy.add(tasks::anyLeft);
        } else if (bean instanceof ThreadPoolTaskExecutor executor) {
            known.add(StartedTasks.count(executor, beanName, starting));
            busy.add(() -> isBusy(executor.getThreadPoolExecutor()));
        } else if (bean instanceof ThreadPoolTaskScheduler scheduler) {
            busy.add(() -> isBusy(scheduler.getScheduledThreadPoolExecutor()));
        } else if (bean instanceof ConcurrentTaskExecutor executor) {
            busy.add(() -> isBusy(executor.getConcurrentExecutor()));
        } else if (bean instanceof Executor executor) {
            busy.add(() -> isBusy(executor));
        }
        return bean;
    }

    /**
     * Waits until no executor has work left.
     *
     * <p>A pool shows a task neither in its queue nor at work for the moment in which a thread takes it over, so it has to
     * be found idle twice.
     */
    boolean awaitIdle(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        int idle = 0;
        while (idle < 2) {
            boolean anyBusy = busy.stream().anyMatch(BooleanSupplier::getAsBoolean);
            idle = anyBusy ? 0 : idle + 1;
            if (anyBusy && System.nanoTime() >= end) {
                return false;
            }
            if (idle < 2 && !busy.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
        return true;
    }

    /** Returns the tasks of Spring's executors that can be broken off; whom others have at work nobody knows. */
    List<RunningCall> atWork() {
        return known.stream().flatMap(tasks -> tasks.atWork().stream()).toList();
    }

    private static boolean isBusy(Executor executor) {
        if (executor instanceof ScheduledThreadPoolExecutor scheduled) {
            return scheduled.getActiveCount() > 0
                    || scheduled.getQueue().stream().anyMatch(BizExecutors::isDue);
        }
        if (executor instanceof ThreadPoolExecutor pool) {
            return pool.getActiveCount() > 0 || !pool.getQueue().isEmpty();
        }
        return executor instanceof ForkJoinPool pool && !pool.isQuiescent();
    }

    private static boolean isDue(Runnable task) {
        return task instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) <= 0;
    }
}
