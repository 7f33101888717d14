package dev.berth.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Tells clients, once the base is about to stop, not to use their connections again. */
final class ClosingValve extends ValveBase {

    private volatile boolean closing;

    ClosingValve() {
        super(true);
    }

    void close() {
        closing = true;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // HTTP/2 has no such header and says so in a frame of its own
        if (closing && request.getProtocol().startsWith("HTTP/1") && !response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }
}
