package dev.berth.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * A request to this machine.
 *
 * @param line method and path
 * @param body what is sent, ASCII; empty for none
 */
record HttpRequest(String line, String body) {

    static HttpRequest get(String path) {
        return new HttpRequest("GET " + path, "");
    }

    static HttpRequest post(String path, String body) {
        return new HttpRequest("POST " + path, body);
    }

    /** Returns what goes over the wire. */
    byte[] bytes(boolean keepAlive) {
        StringBuilder text = new StringBuilder(line)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: ")
                .append(keepAlive ? "keep-alive" : "close")
                .append("\r\n");
        if (!body.isEmpty()) {
            text.append("Content-Type: text/plain\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
