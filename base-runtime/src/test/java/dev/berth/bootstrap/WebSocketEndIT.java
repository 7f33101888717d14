package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A WebSocket is a call in flight; its client is sent away when the revision no longer receives calls. */
class WebSocketEndIT {

    private static final BizName NAME = new BizName("chat");

    private static final String SOURCE =
            """
            package com.example.chat;
            import jakarta.websocket.OnMessage;
            import jakarta.websocket.server.ServerEndpoint;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.*;
            import org.springframework.messaging.simp.config.MessageBrokerRegistry;
            import org.springframework.web.socket.*;
            import org.springframework.web.socket.config.annotation.*;
            import org.springframework.web.socket.handler.TextWebSocketHandler;
            import org.springframework.web.socket.server.standard.ServerEndpointExporter;
            @SpringBootApplication
            @EnableWebSocketMessageBroker
            public class Chat implements WebSocketMessageBrokerConfigurer {
                public static void main(String[] args) {
                    SpringApplication.run(Chat.class, args);
                }
                @Override
                public void registerStompEndpoints(StompEndpointRegistry registry) {
                    registry.addEndpoint("/stomp");
                }
                @Override
                public void configureMessageBroker(MessageBrokerRegistry registry) {
                    registry.enableSimpleBroker("/topic");
                }
                @ServerEndpoint("/standard")
                public static class Standard {
                    @OnMessage
                    public String echo(String text) {
                        return "%1$s " + text;
                    }
                }
                @Configuration
                @EnableWebSocket
                static class Handlers implements WebSocketConfigurer {
                    @Override
                    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
                        registry.addHandler(new TextWebSocketHandler() {
                            @Override
                            protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
                                session.sendMessage(new TextMessage("%1$s " + message.getPayload()));
                            }
                        }, "/spring");
                    }
                    @Bean
                    Standard standard() {
                        return new Standard();
                    }
                    @Bean
                    ServerEndpointExporter exporter() {
                        return new ServerEndpointExporter();
                    }
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static Path first;
    private static Path second;

    private final RunningBase base = RunningBase.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void build() {
        TwoVersions versions = TwoVersions.of("chat", SOURCE, directory, jar -> jar.starterWebmvc()
                .starter("spring-boot-starter-websocket")
                .attribute("Berth-Drain-Timeout", "2s"));
        first = versions.first();
        second = versions.second();
    }

    @BeforeEach
    void install() {
        assertThat(base.install(first).problem()).isEmpty();
    }

    @AfterEach
    void uninstall() {
        base.uninstallAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "spring", "stomp"})
    void replaceWhenAWebSocketIsOpenSendsItsClientAway(String kind) throws Exception {
        // Given
        Revision old = base.revision("chat");
        Frames frames = new Frames();
        open(kind, frames);
        long open = old.calls().count();
        // When
        assertThat(base.install(second).problem()).isEmpty();
        String last = frames.next();
        // Then
        assertThat(open).isEqualTo(1);
        assertThat(last).startsWith("closed 1001");
        assertThat(Eventually.holds(() -> old.state() instanceof RevisionState.Standby))
                .isTrue();
        assertThat(old.calls().count()).isZero();
    }

    @Test
    void rollbackWhenTheStandbyHadSentItsClientsAwayServesNewOnes() throws Exception {
        // Given
        assertThat(base.install(second).problem()).isEmpty();
        Frames frames = new Frames();
        WebSocket before = open("spring", frames);
        before.sendText("hello", true).join();
        assertThat(frames.next()).isEqualTo("V2 hello");
        // When
        assertThat(base.await(base.control().rollback(NAME)).problem()).isEmpty();
        assertThat(frames.next()).startsWith("closed 1001");
        WebSocket after = open("spring", frames);
        after.sendText("hello", true).join();
        // Then
        assertThat(frames.next()).isEqualTo("V1 hello");
        assertThat(base.revision("chat").calls().count()).isEqualTo(1);
        after.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertThat(Eventually.holds(() -> base.revision("chat").calls().count() == 0))
                .isTrue();
    }

    @Test
    void drainWhenAClientDoesNotAnswerCutsIt() throws Exception {
        // Given
        Revision old = base.revision("chat");
        try (Socket socket = new Socket("127.0.0.1", base.server().port())) {
            handshake(socket);
            assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
            // When
            assertThat(base.install(second).problem()).isEmpty();
            boolean stoodBy = Eventually.holds(() -> old.state() instanceof RevisionState.Standby);
            // Then
            assertThat(stoodBy).isTrue();
            assertThat(old.calls().count()).isZero();
            socket.setSoTimeout(5_000);
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 101");
            assertThat(base.control().operations())
                    .flatExtracting(operation -> operation.notes())
                    .extracting(note -> note.message())
                    .anyMatch(note -> note.startsWith("Call 'WebSocket /chat/spring' was broken off"));
        }
    }

    @Test
    void socketWhenItsClientVanishesIsCountedOut() throws Exception {
        // Given
        Revision revision = base.revision("chat");
        try (Socket socket = new Socket("127.0.0.1", base.server().port())) {
            handshake(socket);
            assertThat(Eventually.holds(() -> revision.calls().count() == 1)).isTrue();
        }
        // When the connection is closed without a frame
        boolean countedOut = Eventually.holds(() -> revision.calls().count() == 0);
        // Then
        assertThat(countedOut).isTrue();
    }

    private WebSocket open(String kind, Frames frames) {
        URI uri = URI.create("ws://127.0.0.1:" + base.server().port() + "/chat/" + kind);
        return client.newWebSocketBuilder().buildAsync(uri, frames).join();
    }

    private static void handshake(Socket socket) throws Exception {
        String request =
                """
                GET /chat/spring HTTP/1.1
                Host: 127.0.0.1
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13

                """;
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** What a client receives, in order. */
    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String frame = received.poll(10, TimeUnit.SECONDS);
            assertThat(frame).isNotNull();
            return frame;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            received.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            received.add("closed " + code + " " + reason);
            return null;
        }
    }
}
