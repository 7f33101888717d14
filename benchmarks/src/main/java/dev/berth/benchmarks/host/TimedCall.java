package dev.berth.benchmarks.host;

import dev.berth.benchmarks.http.HttpAnswer;
import dev.berth.benchmarks.http.HttpConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of an admin port whose time counts: over a plain connection that is kept, with no thread and no parsing of the
 * client's between the request and the answer. For one thread.
 */
final class TimedCall implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String line;
    private final byte[] request;
    private @Nullable HttpConnection kept;

    TimedCall(int port, String line, String token) {
        this.port = port;
        this.line = line;
        this.request = (line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The answer, and how long it took from the sending of the request. */
    record Answer(long nanos, JsonNode body) {}

    /**
     * Sends the request, over the connection of the call before unless the host has closed it.
     *
     * @throws HostException if its status is not of the kind 200
     */
    Answer send() {
        try {
            HttpConnection connection = kept == null ? HttpConnection.open(port) : kept;
            kept = connection;
            long began = System.nanoTime();
            HttpAnswer answer = connection.exchange(request);
            long ended = System.nanoTime();
            if (!answer.reusable()) {
                close();
            }
            if (answer.status() / 100 != 2) {
                throw new HostException(line + ": " + answer.status() + " " + answer.body());
            }
            return new Answer(ended - began, JSON.readTree(answer.body()));
        } catch (IOException e) {
            close();
            throw new HostException(line + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }
}
