package dev.berth.web;

import dev.berth.lifecycle.CallsInFlight;
import dev.berth.lifecycle.Revision;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Counts the calls in a revision's context, from before the revision is asked whether it takes calls to the end of the
 * response, asynchronous ones included.
 */
final class CallValve extends ValveBase {

    private static final String COUNTED = CallValve.class.getName() + ".counted";

    private final Revision revision;

    CallValve(Revision revision) {
        super(true);
        this.revision = revision;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getAttribute(COUNTED) != null) {
            // A dispatch of an asynchronous call that was counted when it came in
            getNext().invoke(request, response);
            return;
        }
        CallsInFlight calls = revision.calls();
        calls.enter();
        boolean endsLater = false;
        try {
            if (!revision.active()) {
                response.setHeader("Retry-After", "1");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            getNext().invoke(request, response);
            if (request.isAsync()) {
                request.setAttribute(COUNTED, Boolean.TRUE);
                request.getAsyncContextInternal().addListener(new CallEnd(calls));
                endsLater = true;
            }
        } finally {
            if (!endsLater) {
                calls.exit();
            }
        }
    }

    /** Counts an asynchronous call out; Tomcat reports the completion of each call once, failed ones too. */
    private record CallEnd(CallsInFlight calls) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            calls.exit();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
