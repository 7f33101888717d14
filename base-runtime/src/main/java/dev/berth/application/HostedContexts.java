package dev.berth.application;

import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizThread;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RunningCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The contexts that a biz's main has opened. */
final class HostedContexts implements BizApplication.Running {

    private static final Logger logger = LoggerFactory.getLogger(HostedContexts.class);

    private static final Duration INTERRUPT_GRACE = Duration.ofSeconds(1);

    private final Revision revision;
    private final ClassLoader loader;
    private final Supplier<List<ConfigurableApplicationContext>> contexts;
    private final BizExecutors executors;

    HostedContexts(
            Revision revision,
            ClassLoader loader,
            Supplier<List<ConfigurableApplicationContext>> contexts,
            BizExecutors executors) {
        this.revision = revision;
        this.loader = loader;
        this.contexts = contexts;
        this.executors = executors;
    }

    /** Returns the contexts that were opened, the first one first. */
    List<ConfigurableApplicationContext> open() {
        return contexts.get();
    }

    @Override
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        return executors.awaitIdle(timeout);
    }

    @Override
    public List<RunningCall> atWork() {
        return executors.atWork();
    }

    @Override
    public boolean close(Duration timeout) {
        List<ConfigurableApplicationContext> open = new ArrayList<>(contexts.get());
        if (open.isEmpty()) {
            return true;
        }
        Collections.reverse(open);
        BizThread thread = new BizThread(revision, "close", loader, () -> open.forEach(this::closeOne));
        boolean ended = thread.runToEnd(timeout);
        if (!ended) {
            logger.atError()
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log("A biz does not close in {} s:\n{}", timeout.toSeconds(), thread.stack());
            if (!thread.interruptAndJoin(INTERRUPT_GRACE)) {
                revision.heldBy(thread);
            }
        }
        return ended;
    }

    private void closeOne(ConfigurableApplicationContext context) {
        try {
            context.close();
        } catch (Throwable failure) {
            // The border to a biz; its other contexts are closed all the same
            revision.report(failure);
            logger.atWarn()
                    .setCause(failure)
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log("A biz failed to close its context");
        }
    }
}
