package dev.berth.web;

import dev.berth.lifecycle.Revision;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Makes an error that a biz throws a failure of its request.
 *
 * <p>Tomcat lets the errors of a virtual machine end its own thread, with the connection left open and counted for ever.
 * They are a biz's, like any other failure; the biz's own error page answers.
 */
final class ErrorValve extends ValveBase {

    private final Revision revision;

    ErrorValve(Revision revision) {
        super(true);
        this.revision = revision;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } catch (ServletException failure) {
            revision.report(failure);
            throw failure;
        } catch (Error error) {
            // The border to a biz. Reported first: what that sets free may be what the error page needs
            revision.report(error);
            throw new ServletException(error);
        }
    }
}
