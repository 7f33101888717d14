package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls business modules the way their users do, on the business port of a base. */
public final class BusinessClient {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI root;

    /** Calls modules at an address of scheme, host and port. */
    public BusinessClient(URI root) {
        this.root = root;
    }

    /** Returns the full address of a path. */
    public URI uri(String path) {
        return root.resolve(path);
    }

    /**
     * Calls a path.
     *
     * @throws CliException when there is no answer
     */
    public Answer get(String path) {
        long begun = System.nanoTime();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri(path)).timeout(ANSWER).GET().build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new CliException(ExitCode.BIZ_FAILED, "No answer from '" + uri(path) + "'", "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while a module was called", "", e);
        }
    }

    /**
     * What a module answered.
     *
     * @param status the HTTP status
     * @param body the body as text
     * @param took how long it took from the call to the last byte
     */
    public record Answer(int status, String body, Duration took) {}
}
