package dev.berth.admin;

import dev.berth.admin.security.Refusals;
import dev.berth.control.Problem;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever went wrong into a problem detail, for the filters and for the endpoints alike.
 *
 * <p>An error that is not Berth's own is told as INTERNAL_ERROR with nothing but an id, under which the log has the
 * stack trace.
 */
final class ProblemWriter implements Refusals, HandlerExceptionResolver {

    private static final Logger logger = LoggerFactory.getLogger(ProblemWriter.class);

    private static final int SERVER_ERROR = 500;
    private static final String PROBLEM = ProblemWriter.class.getName();

    private static final ProblemBody MALFORMED = ProblemBody.of(new Problem(
            ErrorCode.INVALID_REQUEST,
            "The request is malformed",
            "Send it as RFC 9110 asks for, with a path of /v1."));

    /** Returns what is told about a request that the server refuses by itself. */
    static byte[] malformed() {
        return Json.bytes(MALFORMED);
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, BerthException reason)
            throws IOException {
        write(response, ProblemBody.of(Problem.of(reason)));
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        fail(request, response, failure);
        return new ModelAndView();
    }

    /** Answers a request that failed; without effect when the caller is gone. */
    void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        if (failure instanceof IOException && response.isCommitted()) {
            logger.atDebug().setCause(failure).log("The caller of the admin API is gone");
            return;
        }
        ProblemBody body = describe(request, failure);
        request.setAttribute(PROBLEM, body);
        if (!response.isCommitted()) {
            tryToWrite(response, body);
        }
    }

    /** Answers a request whose first answer the server has discarded. */
    void answerAgain(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(PROBLEM) instanceof ProblemBody body) {
            tryToWrite(response, body);
        } else if (response.getStatus() < SERVER_ERROR) {
            tryToWrite(response, MALFORMED);
        } else {
            tryToWrite(response, unexpected(request, new IllegalStateException("Status " + response.getStatus())));
        }
    }

    private static void tryToWrite(HttpServletResponse response, ProblemBody body) {
        try {
            response.resetBuffer();
            write(response, body);
        } catch (IOException e) {
            logger.atDebug().setCause(e).log("The caller of the admin API is gone");
        }
    }

    private static ProblemBody describe(HttpServletRequest request, Throwable failure) {
        if (failure instanceof BerthException error) {
            ProblemBody body = ProblemBody.of(Problem.of(error));
            Level level = body.status() >= SERVER_ERROR ? Level.ERROR : Level.DEBUG;
            logger.atLevel(level)
                    .setCause(error)
                    .addKeyValue("error", error.code())
                    .log("A request failed");
            return body;
        }
        return unexpected(request, failure);
    }

    private static ProblemBody unexpected(HttpServletRequest request, Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        logger.atError()
                .setCause(failure)
                .addKeyValue("error", ErrorCode.INTERNAL_ERROR)
                .addKeyValue("incident", id)
                .addKeyValue("method", request.getMethod())
                .log("A request to the admin API failed in an unexpected way");
        Problem problem = new Problem(
                ErrorCode.INTERNAL_ERROR,
                "The base failed in an unexpected way, recorded as '" + id + "'",
                "Look for this id in the log of the base and report what stands there.");
        return ProblemBody.of(problem).loggedAs(id);
    }

    private static void write(HttpServletResponse response, ProblemBody body) throws IOException {
        byte[] json = Json.bytes(body);
        response.setStatus(body.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
        response.flushBuffer();
    }
}
