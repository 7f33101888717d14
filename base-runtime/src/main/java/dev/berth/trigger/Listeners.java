package dev.berth.trigger;

import dev.berth.lifecycle.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.context.Lifecycle;

/**
 * The message listeners of a context and its other beans with a lifecycle that are triggers.
 *
 * <p>Started by one thread at a time; another one may stop them meanwhile.
 */
final class Listeners {

    private final Revision revision;
    private final ClassLoader loader;
    private final ListenerTasks tasks = new ListenerTasks();
    private final Map<Lifecycle, Listener> known = new IdentityHashMap<>();

    Listeners(Revision revision, ClassLoader loader) {
        this.revision = revision;
        this.loader = loader;
    }

    /**
     * Starts those that start of themselves or ran when they were stopped.
     *
     * @param held asked before each whether they are not to start any more
     */
    void start(TriggerBeans beans, BooleanSupplier held) {
        of(beans.inOrder()).forEach(listener -> listener.start(held));
    }

    /** Stops those that run, the last first, and does not wait for the messages that they are busy with. */
    void stop(TriggerBeans beans) {
        List<Listener> listeners = new ArrayList<>(of(beans.existing()));
        Collections.reverse(listeners);
        listeners.forEach(Listener::stop);
    }

    /** Takes what is found each time, outside its lock: a biz can register further containers while it runs. */
    private synchronized List<Listener> of(List<Lifecycle> beans) {
        return beans.stream()
                .map(bean -> known.computeIfAbsent(bean, made -> new Listener(made, revision, loader, tasks)))
                .toList();
    }

    synchronized void release() {
        known.values().forEach(Listener::release);
        known.clear();
    }
}
