package dev.berth.web;

import dev.berth.lifecycle.RunningCall;
import jakarta.servlet.http.WebConnection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's handler of a WebSocket, which is also a call in flight of the revision that it belongs to, from the handshake
 * to the end of the connection.
 *
 * <p>Public because Tomcat makes it.
 */
public class CountedWebSocket extends WsHttpUpgradeHandler implements RunningCall {

    private static final Logger logger = LoggerFactory.getLogger(CountedWebSocket.class);

    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean open;
    private volatile @Nullable RevisionSockets sockets;
    private volatile @Nullable SocketWrapperBase<?> connection;
    private volatile String path = "";

    /** Is called by Tomcat. */
    public CountedWebSocket() {}

    void countIn(RevisionSockets counted, String requestPath) {
        path = requestPath;
        sockets = counted;
        counted.opens(this);
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> socketWrapper) {
        super.setSocketWrapper(socketWrapper);
        connection = socketWrapper;
    }

    @Override
    public void init(WebConnection webConnection) {
        super.init(webConnection);
        opened();
    }

    /** From here on there is a session that can be told something. */
    void opened() {
        open = true;
        RevisionSockets counted = sockets;
        if (counted != null) {
            counted.opened(this);
        }
    }

    @Override
    public void destroy() {
        try {
            super.destroy();
        } finally {
            countOut();
        }
    }

    private void countOut() {
        RevisionSockets counted = sockets;
        if (counted != null) {
            counted.closed(this);
        }
    }

    /** Sends a close frame, once and not before it is open; the connection ends when the client has answered. */
    void goAway() {
        if (open && told.compareAndSet(false, true)) {
            end(SocketEvent.STOP);
        }
    }

    @Override
    public String description() {
        return "WebSocket " + path;
    }

    @Override
    public Optional<Thread> thread() {
        return Optional.empty();
    }

    /** Ends the connection without the client. */
    @Override
    public void breakOff() {
        SocketWrapperBase<?> current = connection;
        if (current != null) {
            end(SocketEvent.ERROR);
            current.close();
        }
        countOut();
    }

    private void end(SocketEvent event) {
        try {
            SocketState state = upgradeDispatch(event);
            logger.debug("WebSocket '{}' is {}", path, state);
        } catch (RuntimeException failure) {
            // One that is about to end on its own, or whose endpoint in the biz fails
            logger.debug("WebSocket '{}' could not be closed", path, failure);
        }
    }
}
