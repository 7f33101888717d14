package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import dev.berth.testing.LogLines;
import dev.berth.testing.Threads;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.collections.SynchronizedQueue;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.threads.LimitLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.test.util.ReflectionTestUtils;

/** A server goes on when an error has ended one of the two threads that it depends on. */
class ConnectorThreadsTests {

    private static final int ANSWERED = 404;

    private final TomcatWebServer server = (TomcatWebServer) new TomcatServletWebServerFactory(0).getWebServer();
    private final ConnectorThreads threads = new ConnectorThreads();
    private ProtocolHandler protocol;
    private AbstractEndpoint<?, ?> endpoint;

    @BeforeEach
    void startServer() {
        server.start();
        protocol = server.getTomcat().getConnector().getProtocolHandler();
        endpoint = (AbstractEndpoint<?, ?>) ReflectionTestUtils.getField(protocol, "endpoint");
    }

    @AfterEach
    void stopServer() {
        threads.close();
        server.stop();
        server.destroy();
    }

    @Test
    void acceptorThatAnErrorEndsIsReplaced() {
        // Given
        threads.keep(server);
        Thread before = thread("-Acceptor").orElseThrow();
        // When
        ReflectionTestUtils.setField(endpoint, "connectionLimitLatch", new ThrowingLatch());
        // The accept that goes on already has gone through the old latch
        status();
        status();
        // Then
        assertThat(Eventually.holds(() -> !before.isAlive())).isTrue();
        assertThat(Eventually.holds(() -> status() == ANSWERED)).isTrue();
        // That of the accept that waits; none is lost to the one that failed
        assertThat(Eventually.holds(() -> endpoint.getConnectionCount() == 1)).isTrue();
        assertThat(thread("-Acceptor")).isPresent().get().isNotSameAs(before);
    }

    @Test
    void pollerThatAnErrorEndsIsReplacedAndServesWhatCameMeanwhile() {
        // Given
        threads.keep(server);
        Thread before = thread("-Poller").orElseThrow();
        // When
        endPoller();
        // Then
        assertThat(status()).isEqualTo(ANSWERED);
        assertThat(before.isAlive()).isFalse();
        assertThat(thread("-Poller")).isPresent().get().isNotSameAs(before);
    }

    @Test
    void threadsOfAServerThatTakesNoMoreOrHasStoppedStayEnded() throws Exception {
        // Given
        threads.keep(server);
        assertThat(status()).isEqualTo(ANSWERED);
        try (LogLines lines = LogLines.capture()) {
            // When
            protocol.closeServerSocketGraceful();
            Thread.sleep(2 * ConnectorThreads.LOOK_MILLIS);
            Optional<Thread> closed = thread("-Acceptor");
            server.stop();
            Thread.sleep(2 * ConnectorThreads.LOOK_MILLIS);
            // Then
            assertThat(closed).isEmpty();
            assertThat(thread("-Acceptor")).isEmpty();
            assertThat(thread("-Poller")).isEmpty();
            assertThat(lines.messages()).noneMatch(line -> line.contains("of the web server"));
        }
    }

    @Test
    void threadsOfAServerThatWasStartedAgainAreKept() throws Exception {
        // Given
        threads.keep(server);
        server.stop();
        Thread.sleep(2 * ConnectorThreads.LOOK_MILLIS);
        server.start();
        Thread.sleep(2 * ConnectorThreads.LOOK_MILLIS);
        Thread before = thread("-Poller").orElseThrow();
        // When
        endPoller();
        // Then
        assertThat(status()).isEqualTo(ANSWERED);
        assertThat(before.isAlive()).isFalse();
    }

    private void endPoller() {
        Object poller = ReflectionTestUtils.getField(endpoint, "poller");
        ReflectionTestUtils.setField(poller, "events", new ThrowingQueue<>());
    }

    private Optional<Thread> thread(String suffix) {
        return Threads.live().stream()
                .filter(thread -> thread.getName().equals(endpoint.getName() + suffix))
                .findFirst();
    }

    /** Returns what the server answers, or nothing that it could if it does not. */
    private int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + server.getPort() + "/")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(2_000);
            connection.setRequestProperty("Connection", "close");
            return connection.getResponseCode();
        } catch (IOException unanswered) {
            return -1;
        }
    }

    private static final class ThrowingLatch extends LimitLatch {

        private final AtomicBoolean thrown = new AtomicBoolean();

        ThrowingLatch() {
            super(100);
        }

        @Override
        public void countUpOrAwait() throws InterruptedException {
            super.countUpOrAwait();
            if (thrown.compareAndSet(false, true)) {
                throw new OutOfMemoryError("no heap, says the test");
            }
        }
    }

    private static final class ThrowingQueue<T> extends SynchronizedQueue<T> {

        private boolean thrown;

        @Override
        public synchronized int size() {
            if (!thrown) {
                thrown = true;
                throw new OutOfMemoryError("no heap, says the test");
            }
            return super.size();
        }
    }
}
