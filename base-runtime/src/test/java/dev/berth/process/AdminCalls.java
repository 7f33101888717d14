package dev.berth.process;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of a base's admin port.
 *
 * @param calls the port
 * @param token what its owner has read in the home
 */
public record AdminCalls(Calls calls, String token) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Installs a jar and waits for the end. */
    public HttpResponse<String> install(Path jar) {
        return install(jar, "&wait", PATIENCE);
    }

    /** Installs a jar that may take its time to start, and waits for the end. */
    public HttpResponse<String> install(Path jar, Duration patience) {
        String more = "&wait=%ds&startDeadline=%ds".formatted(patience.toSeconds(), patience.toSeconds());
        return install(jar, more, patience.plusSeconds(10));
    }

    /** Asks for an install and returns when that has begun. */
    public HttpResponse<String> beginInstall(Path jar) {
        return install(jar, "", PATIENCE);
    }

    /** Asks for an install by a strategy and returns when that has begun. */
    public HttpResponse<String> beginInstall(Path jar, String strategy) {
        return install(jar, "&strategy=" + strategy, PATIENCE);
    }

    /** Installs a jar whatever says that it would not do well, and waits for the end. */
    HttpResponse<String> installByForce(Path jar) {
        return install(jar, "&wait&force", PATIENCE);
    }

    private HttpResponse<String> install(Path jar, String more, Duration timeout) {
        try {
            return send(calls.request("/v1/biz?fileName=" + jar.getFileName() + more)
                    .header("Content-Type", "application/java-archive")
                    .timeout(timeout)
                    .POST(HttpRequest.BodyPublishers.ofFile(jar)));
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Installs what is no file of a test, and waits for the end. */
    HttpResponse<String> install(String fileName, byte[] jar) {
        return send(calls.request("/v1/biz?wait&fileName=" + fileName)
                .header("Content-Type", "application/java-archive")
                .POST(HttpRequest.BodyPublishers.ofByteArray(jar)));
    }

    /** Asks to uninstall a biz and returns when that has begun. */
    public HttpResponse<String> beginUninstall(String name) {
        return send(calls.request("/v1/biz/" + name).DELETE());
    }

    /** Uninstalls a biz and waits for the end. */
    public HttpResponse<String> uninstall(String name) {
        return send(calls.request("/v1/biz/" + name + "?wait").DELETE());
    }

    /** Returns the names of all biz. */
    public List<String> names() {
        return json("/v1/biz")
                .get("biz")
                .valueStream()
                .map(biz -> biz.get("name").asString())
                .toList();
    }

    /** Returns a biz. */
    public JsonNode biz(String name) {
        return json("/v1/biz/" + name);
    }

    /** Returns the body of an answer. */
    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> get(String path) {
        return send(calls.request(path));
    }

    /** Asks for something that needs no body. */
    public HttpResponse<String> post(String path) {
        return send(calls.request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a request with the token. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return calls.send(request.header("Authorization", "Bearer " + token));
    }

    /** Asks without the token. */
    public HttpResponse<String> anonymous(String path) {
        return calls.get(path);
    }
}
