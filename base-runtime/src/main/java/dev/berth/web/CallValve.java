package dev.berth.web;

import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Counts the calls in revisions, from before a revision is asked whether it takes calls to the end of the response,
 * error pages and asynchronous answers included.
 *
 * <p>It is a valve of the host, since Tomcat renders a context's error pages when the context's own valves are done.
 * Calls of the base's own context pass by.
 */
final class CallValve extends ValveBase {

    private static final String CALL = Call.class.getName();

    private final CallAdmission admission;

    CallValve(CallAdmission admission) {
        super(true);
        this.admission = admission;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!(request.getContext() instanceof RevisionContext context)) {
            getNext().invoke(request, response);
        } else if (request.getAttribute(CALL) instanceof Call call) {
            // A dispatch of an asynchronous call that was counted when it came in
            pass(call, request, response);
        } else {
            Call call = new Call(admission, request.getMethod() + " " + request.getRequestURI());
            Optional<Revision> entered =
                    call.tree().enter(context.revision().id().name());
            if (entered.isPresent() && entered.get() == context.revision()) {
                request.setAttribute(CALL, call);
                pass(call, request, response);
            } else {
                call.end();
                response.setHeader("Retry-After", "1");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }

    private void pass(Call call, Request request, Response response) throws IOException, ServletException {
        boolean endsLater = false;
        call.enterPass();
        try (CallTree.Binding binding = call.tree().bind()) {
            getNext().invoke(request, response);
            endsLater = request.isAsync();
        } finally {
            call.leavePass();
            if (endsLater) {
                request.getAsyncContextInternal().addListener(call);
            } else {
                call.end();
            }
        }
    }
}
