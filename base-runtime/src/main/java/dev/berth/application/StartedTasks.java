package dev.berth.application;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.ReflectionUtils;

/**
 * Counts the tasks of an executor that starts a thread a task and keeps no account itself.
 *
 * <p>A task counts from the moment in which it is handed over. Where a limit can refuse it after that, it counts from its
 * start; who hands it over waits for that anyway.
 */
final class StartedTasks implements TaskDecorator {

    private static final Logger logger = LoggerFactory.getLogger(StartedTasks.class);
    private static final String DECORATOR = "taskDecorator";

    private final AtomicInteger left = new AtomicInteger();
    private final SimpleAsyncTaskExecutor executor;
    private final @Nullable TaskDecorator own;

    private StartedTasks(SimpleAsyncTaskExecutor executor, @Nullable TaskDecorator own) {
        this.executor = executor;
        this.own = own;
    }

    /** Begins to count; the decorator that the biz has set keeps its place. */
    static StartedTasks count(SimpleAsyncTaskExecutor executor) {
        Field field = ReflectionUtils.findField(SimpleAsyncTaskExecutor.class, DECORATOR);
        if (field == null) {
            logger.warn(
                    "Spring has no '{}' where it was; a drain does not wait for the tasks of such executors",
                    DECORATOR);
            return new StartedTasks(executor, null);
        }
        ReflectionUtils.makeAccessible(field);
        StartedTasks made = new StartedTasks(executor, (TaskDecorator) ReflectionUtils.getField(field, executor));
        executor.setTaskDecorator(made);
        return made;
    }

    boolean anyLeft() {
        return left.get() > 0;
    }

    @Override
    public Runnable decorate(Runnable task) {
        Runnable decorated = own == null ? task : own.decorate(task);
        boolean fromStart = executor.isThrottleActive();
        if (!fromStart) {
            left.incrementAndGet();
        }
        return () -> {
            if (fromStart) {
                left.incrementAndGet();
            }
            try {
                decorated.run();
            } finally {
                left.decrementAndGet();
            }
        };
    }
}
