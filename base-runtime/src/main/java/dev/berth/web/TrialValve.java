package dev.berth.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Leads a call of the base's own to the context that it is meant for, whatever Tomcat has found for its path. */
final class TrialValve extends ValveBase {

    /** The attribute with the context; no client can set it. */
    static final String CONTEXT = TrialValve.class.getName();

    TrialValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getAttribute(CONTEXT) instanceof RevisionContext context && request.getContext() != context) {
            context.take(request);
        }
        getNext().invoke(request, response);
    }
}
