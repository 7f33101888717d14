package dev.berth.badinput;

import dev.berth.bootstrap.RunningBase;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * The admin API of a base in this JVM, over its real port.
 *
 * @param base the base
 * @param port its admin port
 * @param token the token in its home
 */
record AdminApi(RunningBase base, int port, String token) {

    static AdminApi of(RunningBase base) {
        try {
            String token = Files.readString(base.home().resolve("admin.token")).strip();
            return new AdminApi(base, base.control().base().adminPort(), token);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Installs a jar and waits for the end. */
    Answer install(Path jar) {
        return install(jar, "");
    }

    /**
     * Installs a jar and waits for the end.
     *
     * @param more further parameters, such as {@code &name=shop}
     */
    Answer install(Path jar, String more) {
        try {
            return install(jar.getFileName().toString(), BodyPublishers.ofFile(jar), more);
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Installs what is no file of a test. */
    Answer install(String fileName, byte[] content) {
        return install(fileName, BodyPublishers.ofByteArray(content), "");
    }

    private Answer install(String fileName, BodyPublisher content, String more) {
        return Answer.of(base.send(request("/v1/biz?wait&fileName=" + fileName + more)
                .header("Content-Type", "application/java-archive")
                .POST(content)
                .build()));
    }

    Answer uninstall(String name) {
        return Answer.of(base.send(request("/v1/biz/" + name + "?wait").DELETE().build()));
    }

    JsonNode get(String path) {
        return Answer.of(base.send(request(path).build())).body();
    }

    HttpResponse<String> probe(String path) {
        return base.send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Begins an upload with headers of the caller's, sends a part and ends the sending half; returns what comes back. */
    String halfUpload(String headers, String part) {
        return exchange(upload(headers, part));
    }

    /** Begins an upload with headers of the caller's and sends a part. */
    Socket beginUpload(String headers, String part) throws IOException {
        return open(upload(headers, part));
    }

    private String upload(String headers, String part) {
        return "POST /v1/biz?wait HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/java-archive\r\n" + headers + "\r\n\r\n" + part;
    }

    /** Sends bytes as they are and returns what comes back. */
    String exchange(String bytes) {
        try (Socket socket = open(bytes)) {
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket open(String bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
