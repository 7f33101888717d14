package dev.berth.trigger;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The triggers of one revision, in all contexts that its main opens.
 *
 * <p>Threads that a trigger starts take over the context loader, so triggers are switched under that of the biz.
 */
final class BizTriggers {

    private final Revision revision;
    private final ClassLoader loader;
    private final RevisionRuns runs;
    private final List<ContextTriggers> contexts = new CopyOnWriteArrayList<>();

    BizTriggers(Revision revision, ClassLoader loader, RevisionRuns runs) {
        this.revision = revision;
        this.loader = loader;
        this.runs = runs;
    }

    /** Takes the triggers of a context that has no beans yet. */
    void attach(ConfigurableApplicationContext context) {
        ContextTriggers made = new ContextTriggers(context, new Schedules(runs), new Listeners(revision, loader));
        contexts.add(made);
        context.addBeanFactoryPostProcessor(made);
    }

    /** Stops what the biz has started by hand before its time; it starts with the others then. */
    void hold() {
        each(ContextTriggers::hold);
    }

    /**
     * Starts every trigger.
     *
     * @throws BerthException with BIZ_NOT_READY when one can't be started; those before it run then
     */
    void start() {
        try {
            each(ContextTriggers::start);
        } catch (BerthException known) {
            throw known;
        } catch (RuntimeException | Error failure) {
            revision.report(failure);
            // The border to a biz; its exception is kept as text, so that the error does not hold its loader
            throw new BerthException(
                    ErrorCode.BIZ_NOT_READY,
                    "Biz '" + revision.id().biz() + "' can't start its triggers: " + failure,
                    "The whole stack trace is in 'logs/" + revision.id().name() + ".log' of the base's home.");
        }
    }

    /** Lets nothing begin any more; what runs goes on. */
    void stop() {
        each(ContextTriggers::stop);
    }

    /** Forgets everything; the contexts are closed. */
    void release() {
        contexts.forEach(ContextTriggers::release);
        contexts.clear();
    }

    private void each(Consumer<ContextTriggers> step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            contexts.stream().filter(ContextTriggers::usable).forEach(step);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
