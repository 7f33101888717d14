package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseAddress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sends one request and gives back what came, whatever its status.
 *
 * <p>Follows no redirects, so that the token goes to nobody but the base.
 */
final class Transport {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    private final BaseAddress base;

    Transport(BaseAddress base) {
        this.base = base;
    }

    /** Begins a request of a path, with the token where one is known. */
    HttpRequest.Builder request(String path, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.uri().resolve(path))
                .timeout(timeout)
                .header("Accept", "application/json");
        base.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    /**
     * Sends a request.
     *
     * @throws CliException when there is no answer
     */
    HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /**
     * Sends a request and writes the body of a good answer to a file; that of another one is the text of the response.
     *
     * @throws CliException when there is no answer
     */
    HttpResponse<String> download(HttpRequest request, Path file) {
        return send(
                request,
                info -> info.statusCode() == 200
                        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> "")
                        : BodySubscribers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request, BodyHandler<String> handler) {
        try {
            return http.send(request, handler);
        } catch (HttpTimeoutException e) {
            throw unreachable("The base at '" + base + "' did not answer in time", e);
        } catch (IOException e) {
            throw unreachable("No base answers at '" + base + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while a base was asked", "", e);
        }
    }

    private static CliException unreachable(String message, Exception cause) {
        return new CliException(
                ExitCode.BASE_UNREACHABLE,
                message,
                "Start one with: berth base start. Or name another with --home or --base.",
                cause);
    }
}
