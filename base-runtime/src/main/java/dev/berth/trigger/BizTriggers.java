package dev.berth.trigger;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizThread;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The triggers of one revision, in all contexts that its main opens.
 *
 * <p>Threads that a trigger starts take over the context loader, so triggers are switched under that of the biz.
 */
final class BizTriggers {

    private static final Logger logger = LoggerFactory.getLogger(BizTriggers.class);

    /** How long a start that was interrupted may take to notice. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Revision revision;
    private final ClassLoader loader;
    private final RevisionRuns runs;
    private final Function<Runnable, BizThread> threads;
    private final List<ContextTriggers> contexts = new CopyOnWriteArrayList<>();

    /** A start that was given up and had not ended then; used under the lock of the biz. */
    private @Nullable BizThread hanging;

    /**
     * Makes the triggers of a revision that has no contexts yet.
     *
     * @param revision whose triggers they are
     * @param loader the loader of the biz
     * @param runs decides whether its tasks may run
     * @param threads makes the thread of each start
     */
    BizTriggers(Revision revision, ClassLoader loader, RevisionRuns runs, Function<Runnable, BizThread> threads) {
        this.revision = revision;
        this.loader = loader;
        this.runs = runs;
        this.threads = threads;
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
     * Refuses a revision whose triggers can't be started now.
     *
     * @throws BerthException with BIZ_NOT_READY while a start that was given up still has not ended
     */
    void admit() {
        BizThread earlier = hanging;
        if (earlier != null && !earlier.gone()) {
            throw notReady("their last start has not ended", "It was at " + earlier.position() + "; mend that.");
        }
    }

    /**
     * Starts every trigger, on a thread of the biz and within the time that the biz has for its start: beans that take
     * messages may wait for a broker as long as they like.
     *
     * @throws BerthException with BIZ_NOT_READY when one can't be started or does not come back; those before it run then
     */
    void start() {
        admit();
        contexts.stream().filter(ContextTriggers::usable).forEach(ContextTriggers::open);
        if (surelyNone()) {
            // A thread takes longer to start than all else of a swap
            return;
        }
        BizThread thread = threads.apply(this::startAll);
        if (!thread.runUntil(revision.spec().startDeadline())) {
            throw givenUp(thread);
        }
        Optional<Throwable> failure = thread.failure();
        if (failure.isPresent()) {
            // Its exception is kept as text, so that the error does not hold its loader
            throw failure.get() instanceof BerthException known
                    ? known
                    : notReady(failure.get().toString(), "The whole stack trace is in " + log() + ".");
        }
    }

    private boolean surelyNone() {
        boolean[] none = {true};
        try {
            each(context -> none[0] &= context.startIfNone());
        } catch (RuntimeException | LinkageError ofTheBiz) {
            // It says what it thinks of its beans; on a thread of its own that becomes its failure
            none[0] = false;
        }
        return none[0];
    }

    private void startAll() {
        try {
            contexts.stream().filter(ContextTriggers::usable).forEach(ContextTriggers::start);
        } catch (RuntimeException | Error failure) {
            // The border to a biz
            revision.report(failure);
            throw failure;
        }
    }

    private BerthException givenUp(BizThread thread) {
        boolean stopping = Thread.currentThread().isInterrupted();
        String where = thread.position();
        String stack = thread.stack();
        // First, so that the thread starts nothing else when it goes on
        contexts.forEach(ContextTriggers::shut);
        boolean gone = thread.interruptAndJoin(GRACE);
        if (!gone) {
            hanging = thread;
            revision.heldBy(thread);
        }
        // Not before the interrupt, without which a thread that hangs could keep what the stop asks for
        stop();
        if (stopping) {
            return new BerthException(
                    ErrorCode.BASE_STOPPING,
                    "The base is stopping; the triggers of biz '"
                            + revision.id().biz() + "' had not started",
                    "Ask again when it has started.");
        }
        logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("A biz does not come back from the start of its triggers; it is given up:\n{}", stack);
        String after =
                "they had not started after " + revision.spec().startDeadline().toMillis() / 1000.0 + " s";
        return notReady(
                after + "; it was at " + where + (gone ? "" : " and ignores its interrupt"),
                "Find out what it waits for, such as a broker that does not answer; the stack is in the log of the base.");
    }

    private BerthException notReady(String why, String remedy) {
        return new BerthException(
                ErrorCode.BIZ_NOT_READY, "Biz '" + revision.id().biz() + "' can't start its triggers: " + why, remedy);
    }

    private String log() {
        return "'logs/" + revision.id().name() + ".log' of the base's home";
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
