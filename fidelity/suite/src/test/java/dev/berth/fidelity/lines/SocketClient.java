package dev.berth.fidelity.lines;

import dev.berth.fidelity.Visitor;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a web socket that remembers what came. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final long SECONDS = 10;

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    /** Opens a socket; an empty sub-protocol is none. */
    static SocketClient open(Visitor visitor, String path, String protocol) throws Exception {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = visitor.client().newWebSocketBuilder();
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        client.socket = builder.buildAsync(address(visitor, path), client).get(SECONDS, TimeUnit.SECONDS);
        return client;
    }

    /** Opens a socket from a page of some origin and tells the status of a refusal, or the sub-protocol. */
    static String refusal(Visitor visitor, String path, String origin) throws Exception {
        try {
            WebSocket socket = visitor.client()
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(address(visitor, path), new WebSocket.Listener() {})
                    .get(SECONDS, TimeUnit.SECONDS);
            socket.abort();
            return "accepted '" + socket.getSubprotocol() + "'";
        } catch (ExecutionException refused) {
            return "refused with "
                    + ((WebSocketHandshakeException) refused.getCause())
                            .getResponse()
                            .statusCode();
        }
    }

    private static URI address(Visitor visitor, String path) {
        return URI.create(visitor.address(path).toString().replaceFirst("http", "ws"));
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends what the other side may answer by closing before it has read all. */
    void sendInVain(String text) {
        socket.sendText(text, true);
    }

    void sendBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void end(int code, String reason) {
        socket.sendClose(code, reason).join();
    }

    /** Waits for a number of texts and returns them, one a line. */
    String received(int count) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(texts.poll(SECONDS, TimeUnit.SECONDS)).append('\n');
        }
        return all.toString();
    }

    /** Waits for the end and tells how it came. */
    String closed() throws Exception {
        return closed.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            texts.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete("failed: " + error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
