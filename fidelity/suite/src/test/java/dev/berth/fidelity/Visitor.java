package dev.berth.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one application, keeps its cookies as a browser does, and records each answer. */
public final class Visitor {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final URI address;
    private final Recording recording;

    /**
     * Makes a visitor.
     *
     * @param address of the application, with its context path
     */
    Visitor(URI address, Recording recording) {
        this.address = address;
        this.recording = recording;
    }

    /** Returns the address of a path of the application. */
    public URI address(String path) {
        return URI.create(address + path);
    }

    /** Starts a request for a path of the application. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(90));
    }

    /** Asks for a path, with headers as pairs of name and value. */
    public Reply get(String path, String... headers) {
        return send(with(request(path), headers));
    }

    /** Posts a body, with headers as pairs of name and value. */
    public Reply post(String path, String contentType, String body, String... headers) {
        return send(
                with(request(path), headers).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    /** Posts JSON. */
    public Reply postJson(String path, String json, String... headers) {
        return post(path, "application/json", json, headers);
    }

    /** Posts the fields of a form, already encoded. */
    public Reply postForm(String path, String fields, String... headers) {
        return post(path, "application/x-www-form-urlencoded", fields, headers);
    }

    /** Sends a request and records the answer. */
    public Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String path = request.uri().toString().substring(address.toString().length());
        String name = request.method() + " " + path;
        HttpResponse<String> response = exchange(request);
        recording.exchange(name, response);
        return new Reply(name, response);
    }

    /** Records what came by another way than as an answer. */
    public void remark(String subject, String text) {
        recording.remark(subject, text);
    }

    /** Returns the client, for what is no plain request; what comes of it is recorded by {@link #remark}. */
    public HttpClient client() {
        return client;
    }

    /** Returns the body of a report of the probe; it is no part of the line's own answers. */
    String probe(String path) {
        HttpResponse<String> response = exchange(request(path).build());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
