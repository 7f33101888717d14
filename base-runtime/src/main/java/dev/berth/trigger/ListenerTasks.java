package dev.berth.trigger;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.util.ReflectionUtils;

/**
 * Remembers the threads of the executors that containers of messages are given, because they may be virtual.
 *
 * <p>An executor that a container makes itself has threads which can be found without that. Safe for use by many threads.
 */
final class ListenerTasks {

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Returns the threads that work for containers now. */
    Stream<Thread> threads() {
        return threads.stream();
    }

    /** Watches the executor of a container, if it has been given one; doing it twice is harmless. */
    void watch(Object container) {
        Object executor = executor(container);
        if (executor instanceof SimpleAsyncTaskExecutor simple) {
            decorate(simple, SimpleAsyncTaskExecutor.class, simple::setTaskDecorator);
        } else if (executor instanceof TaskExecutorAdapter adapter) {
            decorate(adapter, TaskExecutorAdapter.class, adapter::setTaskDecorator);
        } else if (executor instanceof VirtualThreadTaskExecutor virtual
                && !(virtual.getVirtualThreadFactory() instanceof Factory)) {
            Field field = ReflectionUtils.findField(VirtualThreadTaskExecutor.class, null, ThreadFactory.class);
            if (field != null) {
                ReflectionUtils.makeAccessible(field);
                ReflectionUtils.setField(field, virtual, new Factory(virtual.getVirtualThreadFactory()));
            }
        }
    }

    private void decorate(Object executor, Class<?> type, Consumer<TaskDecorator> setter) {
        Field field = ReflectionUtils.findField(type, "taskDecorator");
        if (field != null) {
            ReflectionUtils.makeAccessible(field);
            Object own = ReflectionUtils.getField(field, executor);
            if (!(own instanceof Decorator)) {
                setter.accept(new Decorator((TaskDecorator) own));
            }
        }
    }

    /** Kafka's container has its executor among its properties, the others have it themselves. */
    private static @Nullable Object executor(Object container) {
        Method properties = ReflectionUtils.findMethod(container.getClass(), "getContainerProperties");
        if (properties != null) {
            Object all = ReflectionUtils.invokeMethod(properties, container);
            Method executor =
                    all == null ? null : ReflectionUtils.findMethod(all.getClass(), "getListenerTaskExecutor");
            return executor == null ? null : ReflectionUtils.invokeMethod(executor, all);
        }
        Field field = ReflectionUtils.findField(container.getClass(), "taskExecutor");
        if (field == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, container);
    }

    private Runnable remembering(Runnable task) {
        return () -> {
            threads.add(Thread.currentThread());
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        };
    }

    private final class Decorator implements TaskDecorator {

        private final @Nullable TaskDecorator own;

        private Decorator(@Nullable TaskDecorator own) {
            this.own = own;
        }

        @Override
        public Runnable decorate(Runnable task) {
            return remembering(own == null ? task : own.decorate(task));
        }
    }

    /** Stands before the threads of an executor that has no place for a decorator. */
    private final class Factory implements ThreadFactory {

        private final ThreadFactory own;

        private Factory(ThreadFactory own) {
            this.own = own;
        }

        @Override
        public @Nullable Thread newThread(Runnable task) {
            return own.newThread(remembering(task));
        }
    }
}
