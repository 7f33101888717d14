package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.BizThread;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * Runs a biz's own main on a thread that ends with it, so that nothing which a thread holds outlives the start.
 *
 * <p>The thread has the biz's loader as its context loader. At the deadline it is interrupted; what the main has opened
 * by then is closed, and a thread that goes on all the same holds the revision. Reaching the Spring application inside rests on the biz sharing the base's Spring, which linkage
 * makes sure of.
 */
public final class HostedApplication implements BizApplication {

    private static final Logger logger = LoggerFactory.getLogger(HostedApplication.class);

    private final Path configuration;
    private final Duration grace;
    private final MetaspaceReserve metaspace = new MetaspaceReserve();

    /**
     * Makes the runner of a base's biz.
     *
     * @param configuration the folder with the settings that the operator gives to each biz, as {@code <name>.yaml}
     * @param grace how long a biz may take to end when its start is given up
     */
    public HostedApplication(Path configuration, Duration grace) {
        this.configuration = configuration;
        this.grace = grace;
    }

    @Override
    public Running run(Revision revision, BizStart start) {
        metaspace.fill();
        revision.metaspaceReserve(metaspace::release);
        OperatorSettings settings =
                OperatorSettings.of(configuration, revision.id().name());
        settings.check(revision.id().biz().toString());
        HostDefaults.apply(start, settings);
        DrainTime.readFor(revision, start);
        BizExecutors executors = new BizExecutors(() -> revision.state() instanceof RevisionState.Starting);
        start.onContext(context -> context.getBeanFactory().addBeanPostProcessor(executors));
        HostedRunHook hook = new HostedRunHook(start);
        ClassLoader loader = start.classLoader();
        BizThread thread = new BizThread(revision, "main", loader, () -> {
            BizMain main = BizMain.find(revision.spec().mainClass(), loader);
            SpringApplication.withHook(hook, (ThrowingRunnable) () -> run(main, hook));
        });
        HostedContexts contexts = new HostedContexts(revision, loader, hook::contexts, executors);
        boolean ended = thread.runUntil(revision.spec().startDeadline());
        if (!ended) {
            hook.giveUp();
            throw givenUp(revision, thread, contexts);
        }
        if (thread.failure().isPresent()) {
            Throwable failure = thread.failure().get();
            boolean outOfMetaspace = metaspace.releaseAfter(failure);
            revision.report(failure);
            contexts.close(grace);
            Optional<StartAnalysis> analysis = outOfMetaspace
                    ? Optional.empty()
                    : hook.analysis().or(() -> StartAnalysis.of(failure, loader, null));
            throw new StartFailure(revision, analysis, start.explain(failure)).describe(failure);
        }
        executors.applicationStarted();
        return contexts;
    }

    /** Runs on the thread of the biz, so that what is logged goes to the log of the biz. */
    private void run(BizMain main, HostedRunHook hook) throws Throwable {
        try {
            main.run();
        } catch (Throwable failure) {
            // The border to a biz. Room for classes first: whatever is done about the failure may need some
            metaspace.releaseAfter(failure);
            // Spring Boot has logged a failure of its own
            if (!hook.failed()) {
                logger.atError().setCause(failure).log("The main of the biz failed");
            }
            throw failure;
        }
        if (hook.contexts().isEmpty()) {
            logger.warn("The main of the biz has ended and ran no Spring application on its own thread:"
                    + " nothing of the biz is served, and what it started itself is unknown to the base");
        }
    }

    private BerthException givenUp(Revision revision, BizThread thread, HostedContexts contexts) {
        boolean stopping = Thread.currentThread().isInterrupted();
        String where = thread.position();
        boolean gone = thread.interruptAndJoin(grace);
        contexts.close(grace);
        if (!gone) {
            revision.heldBy(thread);
            logger.atError()
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log("A biz ignores the interrupt of its start; its thread stays:\n{}", thread.stack());
        }
        if (stopping) {
            return new BerthException(
                    ErrorCode.BASE_STOPPING,
                    "The base is stopping; biz '" + revision.id().biz() + "' had not started",
                    "Ask again when it has started.");
        }
        String duration = revision.spec().startDeadline().toMillis() / 1000.0 + " s";
        return new BerthException(
                ErrorCode.BIZ_START_TIMEOUT,
                "Biz '" + revision.id().biz() + "' had not started after " + duration + "; it was at " + where
                        + (gone ? "" : " and ignores its interrupt"),
                gone
                        ? "Find out what it waits for, or give it longer with --start-deadline."
                        : "Mend it so that it heeds interrupts; it stays listed as held until its thread ends or the"
                                + " base restarts.");
    }

    /** Lets a main that throws anything run where a Runnable is wanted; what it throws comes out as thrown. */
    private interface ThrowingRunnable extends Runnable {

        void runOrThrow() throws Throwable;

        @Override
        default void run() {
            try {
                runOrThrow();
            } catch (Throwable failure) {
                throw ThrowingRunnable.<RuntimeException>sneaky(failure);
            }
        }

        /** Makes any throwable pass where only unchecked ones are declared. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        static <T extends Throwable> T sneaky(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
