package dev.berth.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Counts the WebSockets that a revision opens, whichever API they are served with: all of them come from an upgrade of
 * the request to Tomcat's handler, in whose place there is one that counts.
 */
final class WebSocketValve extends ValveBase {

    private static final String HANDLER = "org.apache.tomcat.websocket.server.WsHttpUpgradeHandler";

    /** A base without WebSockets can't count those of a biz that brings its own. */
    private static final boolean PRESENT = ClassUtils.isPresent(HANDLER, WebSocketValve.class.getClassLoader());

    private final RevisionSockets sockets;

    WebSocketValve(RevisionSockets sockets) {
        super(true);
        this.sockets = sockets;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!PRESENT || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            getNext().invoke(request, response);
            return;
        }
        Handshake handshake = new Handshake(request.getRequest(), sockets);
        request.setRequest(handshake);
        getNext().invoke(request, response);
        CountedWebSocket socket = handshake.socket;
        if (socket != null && response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
            sockets.closed(socket);
        }
    }

    /** A request that upgrades to a handler that counts. */
    private static final class Handshake extends HttpServletRequestWrapper {

        private final RevisionSockets sockets;
        private @Nullable CountedWebSocket socket;

        Handshake(HttpServletRequest request, RevisionSockets sockets) {
            super(request);
            this.sockets = sockets;
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            if (!type.getName().equals(HANDLER) || !type.isAssignableFrom(CountedWebSocket.class)) {
                return super.upgrade(type);
            }
            CountedWebSocket made = super.upgrade(CountedWebSocket.class);
            made.countIn(sockets, getRequestURI());
            socket = made;
            return type.cast(made);
        }
    }
}
