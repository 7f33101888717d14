package dev.berth.trigger;

import dev.berth.lifecycle.LiveThreads;
import dev.berth.lifecycle.RunningCall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.Lifecycle;

/**
 * Finds the threads on which a message listener works.
 *
 * <p>Containers keep their threads to themselves. A thread that handles messages has the code which does so on its stack
 * and the loader of the biz as its context loader, which it has from the thread that started the container. Virtual
 * threads are in no list of the JVM, so the executor of the container remembers its own ({@link ListenerTasks}).
 */
final class ListenerThreads {

    private final String description;
    private final ClassLoader loader;
    private final Set<String> workers;
    private final ListenerTasks tasks;

    ListenerThreads(Lifecycle bean, ClassLoader loader, ListenerTasks tasks) {
        this.description = "message listener " + bean.getClass().getSimpleName();
        this.loader = loader;
        this.workers = TriggerTypes.workers(bean.getClass());
        this.tasks = tasks;
    }

    /** Returns what to call it in a report. */
    String description() {
        return description;
    }

    /**
     * Returns what handles messages now. Where a biz has several listeners of one kind, it may be those of another one.
     *
     * @param stopping the thread that waits for the end of the listener
     */
    List<RunningCall> busy(Thread stopping) {
        return Stream.concat(tasks.threads(), LiveThreads.all())
                .filter(thread -> thread != stopping && isBusy(thread))
                .distinct()
                .<RunningCall>map(Busy::new)
                .toList();
    }

    private boolean isBusy(Thread thread) {
        return thread.getContextClassLoader() == loader
                && Arrays.stream(thread.getStackTrace()).anyMatch(this::isOfWorker);
    }

    private boolean isOfWorker(StackTraceElement frame) {
        String type = frame.getClassName();
        int nested = type.indexOf('$');
        return workers.contains(type) || (nested > 0 && workers.contains(type.substring(0, nested)));
    }

    /** A thread that handles messages. */
    private final class Busy implements RunningCall {

        private final Thread thread;

        private Busy(Thread thread) {
            this.thread = thread;
        }

        @Override
        public String description() {
            return description;
        }

        @Override
        public Optional<Thread> thread() {
            return Optional.of(thread);
        }

        @Override
        public void breakOff() {
            if (isBusy(thread)) {
                thread.interrupt();
            }
        }
    }
}
