package dev.berth.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads HTTP/1.1 answers: of known length, in chunks, or up to the end of the connection. */
final class AnswerReader {

    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_BODY = 1 << 20;

    private final InputStream input;

    AnswerReader(InputStream input) {
        this.input = input;
    }

    /**
     * Reads one answer.
     *
     * @throws EOFException if the connection ended before it began
     * @throws CutException if it ended inside
     */
    HttpAnswer read() throws IOException {
        int first = input.read();
        if (first < 0) {
            throw new EOFException("Closed before the answer");
        }
        String status = (char) first + line();
        Map<String, String> headers = headers();
        String body = body(headers);
        boolean close = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new HttpAnswer(code(status), body, !close && bounded(headers));
    }

    private static int code(String statusLine) throws IOException {
        String[] words = statusLine.split(" ", 3);
        if (words.length < 2 || !words[1].matches("\\d{3}")) {
            throw new IOException("No answer of HTTP: '" + statusLine + "'");
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static boolean bounded(Map<String, String> headers) {
        return headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
    }

    private String body(Map<String, String> headers) throws IOException {
        byte[] bytes;
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            bytes = chunks();
        } else if (headers.containsKey("content-length")) {
            bytes = exactly(Integer.parseInt(headers.get("content-length")));
        } else {
            bytes = input.readNBytes(LONGEST_BODY);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(size));
            line();
            if (all.size() > LONGEST_BODY) {
                throw new IOException("An answer of more than " + LONGEST_BODY + " bytes");
            }
        }
        // Trailers, of which there are none, and the empty line behind them
        headers();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line();
        try {
            return Integer.parseInt(size, 16);
        } catch (NumberFormatException e) {
            throw new IOException("No size of a chunk: '" + size + "'", e);
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = input.readNBytes(size);
        if (bytes.length < size) {
            throw new CutException("Cut after " + bytes.length + " of " + size + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new CutException("Cut inside a line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
