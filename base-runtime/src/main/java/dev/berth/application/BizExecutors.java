package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The executors among the beans of a biz, asked whether they have work left and what it is.
 *
 * <p>Those of Spring and of the JDK are known: pools, the executors that start a thread a task, virtual ones too, and
 * what wraps them. A biz keeps the very executor that it has made, so that nothing about it changes; only where its class
 * has no name that a biz could use, the bean is a stand-in. Filled while contexts start; may be asked from any thread.
 */
final class BizExecutors implements BeanPostProcessor {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final List<WatchedWork> known = new CopyOnWriteArrayList<>();
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
            known.add(StartedTasks.count(executor, beanName, starting));
        } else if (bean instanceof ThreadPoolTaskExecutor executor) {
            known.add(
                    new CountedPool(executor::getThreadPoolExecutor, StartedTasks.count(executor, beanName, starting)));
        } else if (bean instanceof ThreadPoolTaskScheduler scheduler) {
            known.add(PoolWork.of(scheduler.getScheduledThreadPoolExecutor(), beanName));
        } else if (bean instanceof ConcurrentTaskExecutor executor) {
            known.add(
                    new CountedPool(executor::getConcurrentExecutor, StartedTasks.count(executor, beanName, starting)));
        } else if (bean instanceof TaskExecutorAdapter executor) {
            known.add(StartedTasks.count(executor, beanName, starting));
        } else if (bean instanceof VirtualThreadTaskExecutor executor) {
            known.add(StartedTasks.count(executor, beanName, starting));
        } else if (bean instanceof ExecutorService executor) {
            return ofJdk(executor, beanName);
        }
        return bean;
    }

    private Object ofJdk(ExecutorService executor, String beanName) {
        if (executor instanceof ThreadPoolExecutor pool) {
            known.add(PoolWork.of(pool, beanName));
        } else if (PoolWork.isOwn(executor) && executor instanceof ForkJoinPool pool) {
            known.add(PoolWork.of(pool, beanName));
        } else if (isNameless(executor.getClass())) {
            WatchedExecutor standIn = WatchedExecutor.of(executor, beanName, starting);
            known.add(standIn);
            return standIn;
        }
        return executor;
    }

    private static boolean isNameless(Class<?> type) {
        return type.getModule() == Object.class.getModule() && !Modifier.isPublic(type.getModifiers());
    }

    /** Is told when the main of the biz has ended: what is at work now is a part of the application. */
    void applicationStarted() {
        known.forEach(WatchedWork::applicationStarted);
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
            boolean anyBusy = known.stream().anyMatch(WatchedWork::anyLeft);
            idle = anyBusy ? 0 : idle + 1;
            if (anyBusy && System.nanoTime() >= end) {
                return false;
            }
            if (idle < 2 && !known.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
        return true;
    }

    /** Returns the tasks that can be broken off. */
    List<RunningCall> atWork() {
        return known.stream().flatMap(work -> work.atWork().stream()).toList();
    }

    /**
     * An executor whose tasks go through a decorator, which knows who is at work; what waits the pool behind it counts.
     *
     * @param pool asked each time: a biz may put another one behind its executor
     */
    private record CountedPool(Supplier<Executor> pool, StartedTasks tasks) implements WatchedWork {

        @Override
        public boolean anyLeft() {
            return tasks.anyLeft() || PoolWork.isBusy(pool.get());
        }

        @Override
        public List<RunningCall> atWork() {
            return tasks.atWork();
        }
    }
}
