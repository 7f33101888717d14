package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.ReflectionUtils;

/**
 * Knows the tasks of one of Spring's executors: how many are left where it keeps no account itself, and which threads are
 * at them.
 *
 * <p>A task counts from the moment in which it is handed over. Where it can be refused after that, it counts from its
 * start. Safe for use by many threads.
 */
final class StartedTasks implements TaskDecorator, WatchedWork {

    private static final Logger logger = LoggerFactory.getLogger(StartedTasks.class);
    private static final String DECORATOR = "taskDecorator";

    private final TasksAtWork tasks;
    private final BooleanSupplier refuses;
    private final BooleanSupplier belongsToStart;
    private final @Nullable TaskDecorator own;

    private StartedTasks(
            String executor, BooleanSupplier refuses, BooleanSupplier belongsToStart, @Nullable TaskDecorator own) {
        this.tasks = new TasksAtWork(executor);
        this.refuses = refuses;
        this.belongsToStart = belongsToStart;
        this.own = own;
    }

    /**
     * Begins to count; the decorator that the biz has set keeps its place.
     *
     * @param name the bean
     * @param belongsToStart whether what is handed over now is a part of the application, such as a loop of its own, and
     *     no work for a call
     */
    static StartedTasks count(SimpleAsyncTaskExecutor executor, String name, BooleanSupplier belongsToStart) {
        return decorate(
                executor,
                SimpleAsyncTaskExecutor.class,
                executor::setTaskDecorator,
                own -> new StartedTasks(name, executor::isThrottleActive, belongsToStart, own));
    }

    /** Begins to know the tasks of a pool, which counts what is left itself. */
    static StartedTasks count(ThreadPoolTaskExecutor executor, String name, BooleanSupplier belongsToStart) {
        return decorate(
                executor,
                ThreadPoolTaskExecutor.class,
                executor::setTaskDecorator,
                own -> new StartedTasks(name, () -> true, belongsToStart, own));
    }

    /** Begins to know the tasks that go through an adapter of another executor. */
    static StartedTasks count(ConcurrentTaskExecutor executor, String name, BooleanSupplier belongsToStart) {
        return decorate(
                executor,
                ConcurrentTaskExecutor.class,
                executor::setTaskDecorator,
                own -> new StartedTasks(name, () -> true, belongsToStart, own));
    }

    /** Begins to know the tasks that go through an adapter of another executor, such as one of virtual threads. */
    static StartedTasks count(TaskExecutorAdapter executor, String name, BooleanSupplier belongsToStart) {
        return decorate(
                executor,
                TaskExecutorAdapter.class,
                executor::setTaskDecorator,
                own -> new StartedTasks(name, () -> true, belongsToStart, own));
    }

    /** Begins to know the tasks of an executor that has no place for a decorator: by the threads that it makes. */
    static StartedTasks count(VirtualThreadTaskExecutor executor, String name, BooleanSupplier belongsToStart) {
        StartedTasks made = new StartedTasks(name, () -> false, belongsToStart, null);
        ThreadFactory own = executor.getVirtualThreadFactory();
        Field field = ReflectionUtils.findField(VirtualThreadTaskExecutor.class, null, ThreadFactory.class);
        if (field == null) {
            logger.warn("Spring has no thread factory where it was; a drain does not know the tasks of '{}'", name);
            return made;
        }
        ReflectionUtils.makeAccessible(field);
        ThreadFactory watched = task -> own.newThread(made.decorate(task));
        ReflectionUtils.setField(field, executor, watched);
        return made;
    }

    private static StartedTasks decorate(
            Object executor,
            Class<?> type,
            Consumer<TaskDecorator> setter,
            Function<@Nullable TaskDecorator, StartedTasks> making) {
        Field field = ReflectionUtils.findField(type, DECORATOR);
        if (field == null) {
            logger.warn(
                    "Spring has no '{}' where it was; a drain does not know the tasks of such executors", DECORATOR);
            return making.apply(null);
        }
        ReflectionUtils.makeAccessible(field);
        StartedTasks made = making.apply((TaskDecorator) ReflectionUtils.getField(field, executor));
        setter.accept(made);
        return made;
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
    public Runnable decorate(Runnable task) {
        Runnable decorated = own == null ? task : own.decorate(task);
        boolean fromStart = refuses.getAsBoolean();
        boolean ofStart = belongsToStart.getAsBoolean();
        if (!fromStart) {
            tasks.taken();
        }
        return () -> {
            if (fromStart) {
                tasks.taken();
            }
            tasks.run(decorated, ofStart);
        };
    }
}
