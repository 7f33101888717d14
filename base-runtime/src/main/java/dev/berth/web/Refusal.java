package dev.berth.web;

import dev.berth.biz.BizName;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.ClosedPaths;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers calls that no revision takes, as problem details; nothing of them comes from the caller. */
final class Refusal {

    private static final String RETRY_SECONDS = "1";

    private Refusal() {}

    /** The biz is installed but has no active revision now: whoever comes is told to come back. */
    static void closed(HttpServletResponse response, BizName name) throws IOException {
        response.setHeader("Retry-After", RETRY_SECONDS);
        write(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ErrorCode.BIZ_STOPPED,
                "Biz '" + name + "' takes no calls now");
    }

    /** The path is that of a biz that was stopped, or that is down until somebody starts it. */
    static void closed(HttpServletResponse response, ClosedPaths.Closed closed) throws IOException {
        if (!closed.down()) {
            closed(response, closed.biz());
            return;
        }
        response.setHeader("Retry-After", RETRY_SECONDS);
        write(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ErrorCode.BIZ_STOPPED,
                "Biz '" + closed.biz() + "' is down: it failed to start",
                "Its operator finds the reason with berth show " + closed.biz() + " and starts it with berth start "
                        + closed.biz() + ".");
    }

    /** The biz has as many calls in flight as it may have: whoever comes is told to come back. */
    static void busy(HttpServletResponse response, BizName name) throws IOException {
        response.setHeader("Retry-After", RETRY_SECONDS);
        write(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ErrorCode.BIZ_BUSY,
                "Biz '" + name + "' has as many calls in flight as it may have");
    }

    /** The revision that the caller asked for by header is not there. */
    static void notThere(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                ErrorCode.VERSION_NOT_KNOWN,
                "No revision that the header " + TryHeader.NAME + " names runs under this path");
    }

    private static void write(HttpServletResponse response, int status, ErrorCode code, String detail)
            throws IOException {
        write(response, status, code, detail, "");
    }

    private static void write(HttpServletResponse response, int status, ErrorCode code, String detail, String remedy)
            throws IOException {
        String member = remedy.isEmpty() ? "" : ",\"remedy\":\"" + remedy + "\"";
        byte[] body =
                """
                {"type":"urn:berth:error:%s","title":"%s","status":%d,"detail":"%s","code":"%s"%s}
                """
                        .formatted(code, code.title(), status, detail, code, member)
                        .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
