package dev.berth.web;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One warm-up call of one revision.
 *
 * @param revision a revision that nobody else can reach
 * @param call what to call and what to expect
 */
record WarmUp(Revision revision, WarmUpCall call) {

    private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);
    private static final int SHOWN = 200;

    /**
     * Makes the call on a thread of its own, with the time that is left for it.
     *
     * @throws BerthException with BIZ_NOT_READY when it is not answered as expected
     */
    void run(BaseWebServer server, RevisionContext context, Duration timeLeft) {
        if (timeLeft.isZero()) {
            throw outOfTime();
        }
        WarmUpThread thread = new WarmUpThread(
                revision, context.getParentClassLoader(), () -> server.tryOut(context, call.path(), timeLeft));
        try {
            check(thread.answer(timeLeft).orElseThrow(TimeoutException::new));
        } catch (TimeoutException late) {
            giveUp(thread);
            throw failed("there was no answer after " + timeLeft.toMillis() / 1000.0 + " s");
        } catch (ExecutionException failure) {
            logger.atWarn().setCause(failure.getCause()).log("A warm-up call failed");
            throw failed("the call failed: " + failure.getCause());
        } catch (InterruptedException stopping) {
            giveUp(thread);
            Thread.currentThread().interrupt();
            throw new BerthException(
                    ErrorCode.BASE_STOPPING,
                    "The base is stopping; biz '" + revision.id().biz() + "' was not ready",
                    "Ask again when it has started.");
        }
    }

    private void check(InProcessCall.Answer answer) {
        if (!call.accepts(answer.status())) {
            throw failed("the status was " + answer.status() + shown(answer.body()));
        }
    }

    private static String shown(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return ", without a body";
        }
        return ", the body '" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
    }

    private void giveUp(WarmUpThread thread) {
        logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("Warm-up call '{}' is given up:\n{}", call.path(), thread.stack());
        if (!thread.giveUp()) {
            revision.heldBy(thread);
        }
    }

    private BerthException outOfTime() {
        return new BerthException(
                ErrorCode.BIZ_NOT_READY,
                "Biz '" + revision.id().biz() + "' is not ready: its start deadline of "
                        + revision.spec().startDeadline().toMillis() / 1000.0 + " s was used up before warm-up call '"
                        + call.path() + "' was made",
                "Give it longer with --start-deadline, or find out what its start takes so long for.");
    }

    /** Returns the failure of the call; the message ends with what was seen. */
    BerthException failed(String seen) {
        return new BerthException(
                ErrorCode.BIZ_NOT_READY,
                "Biz '" + revision.id().biz() + "' is not ready: warm-up call '" + call.path() + "' expects status "
                        + call.expected() + ", but " + seen,
                "Correct the biz, or the call in " + WarmUpCall.ATTRIBUTE + " of its manifest or " + WarmUpCall.SETTING
                        + " of its settings; its log is 'logs/" + revision.id().name() + ".log' of the base's home.");
    }
}
