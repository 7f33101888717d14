package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.RevisionFixture;
import dev.berth.testing.Eventually;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.junit.jupiter.api.Test;

class CountedWebSocketTests {

    private final RevisionSockets sockets = new RevisionSockets(RevisionFixture.staged("shop", 1));
    private final Recording socket = new Recording();

    @Test
    void goAwayWhileASocketIsInItsHandshakeTellsItWhenItIsOpen() {
        // Given
        socket.countIn(sockets, "/chat");
        socket.setSocketWrapper(new NioEndpoint.NioSocketWrapper(
                new NioChannel(new SocketBufferHandler(0, 0, false)), new NioEndpoint()));
        // When
        sockets.goAway();
        socket.goAway();
        List<SocketEvent> early = List.copyOf(socket.events);
        socket.opened();
        // Then
        assertThat(early).isEmpty();
        assertThat(Eventually.holds(() -> socket.events.equals(List.of(SocketEvent.STOP))))
                .isTrue();
    }

    @Test
    void goAwayTellsAnOpenSocketOnce() {
        // Given
        socket.countIn(sockets, "/chat");
        socket.opened();
        // When
        socket.goAway();
        socket.goAway();
        // Then
        assertThat(socket.events).containsExactly(SocketEvent.STOP);
    }

    /** Notes what Tomcat would do to the connection. */
    private static final class Recording extends CountedWebSocket {

        private final List<SocketEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public SocketState upgradeDispatch(SocketEvent event) {
            events.add(event);
            return SocketState.CLOSED;
        }
    }
}
