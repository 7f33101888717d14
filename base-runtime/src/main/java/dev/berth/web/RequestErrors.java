package dev.berth.web;

import dev.berth.lifecycle.Revision;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/** Reports the errors that come out of a request, those for which the biz has an answer of its own too. */
final class RequestErrors {

    private static final int CLIENT_ERROR = 400;

    /** Where Spring and Spring Boot leave what a controller threw, in text: the base may have neither. */
    private static final String[] HANDLED = {
        "org.springframework.web.servlet.DispatcherServlet.EXCEPTION",
        "org.springframework.boot.webmvc.error.DefaultErrorAttributes.ERROR"
    };

    private RequestErrors() {}

    /** Reports what Tomcat and Spring have noted on a request. */
    static void report(Request request, Response response) {
        if (request.getContext() instanceof RevisionContext context) {
            report(request, response, context.revision());
        }
    }

    /**
     * Reports an error that came out of everything, and answers in place of the biz: with a bare status, because the memory
     * for a page is not there.
     */
    static void answer(Error error, Request request, Response response) throws IOException {
        if (request.getContext() instanceof RevisionContext context) {
            context.revision().report(error);
        }
        try {
            response.reset();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.setContentLength(0);
            response.finishResponse();
        } catch (IllegalStateException | Error tooLate) {
            // A part of an answer is out, or not even the status can be: its caller must not wait for more
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, tooLate);
        }
    }

    private static void report(Request request, Response response, Revision revision) {
        report(request, RequestDispatcher.ERROR_EXCEPTION, revision);
        if (response.getStatus() >= CLIENT_ERROR) {
            for (String attribute : HANDLED) {
                report(request, attribute, revision);
            }
        }
    }

    private static void report(Request request, String attribute, Revision revision) {
        if (request.getAttribute(attribute) instanceof Throwable failure) {
            revision.report(failure);
        }
    }
}
