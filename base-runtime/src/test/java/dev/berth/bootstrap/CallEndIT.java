package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Operation.Status;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is in flight until its response is complete, of whatever kind it is, and is broken off at the deadline. */
class CallEndIT {

    private static final String RELEASE = "berth-test.release";
    private static final BizName NAME = new BizName("calls");

    private static final String SOURCE =
            """
            package com.example.calls;
            import java.util.concurrent.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.http.MediaType;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.async.DeferredResult;
            import org.springframework.web.context.request.async.WebAsyncTask;
            import org.springframework.web.servlet.mvc.method.annotation.*;
            @SpringBootApplication
            @RestController
            public class Calls {
                public static void main(String[] args) {
                    SpringApplication.run(Calls.class, args);
                }
                static String await() {
                    try {
                        while (System.getProperty("berth-test.release") == null) {
                            Thread.sleep(10);
                        }
                        return "%1$s";
                    } catch (InterruptedException broken) {
                        System.setProperty("berth-test.interrupted", "yes");
                        throw new IllegalStateException("broken off");
                    }
                }
                static void later(Runnable task) {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                }
                @GetMapping("/now")
                String now() {
                    return "%1$s";
                }
                @GetMapping("/sync")
                String sync() {
                    return await();
                }
                @GetMapping("/deferred")
                DeferredResult<String> deferred() {
                    DeferredResult<String> result = new DeferredResult<>(60_000L);
                    later(() -> result.setResult(await()));
                    return result;
                }
                @GetMapping("/never")
                DeferredResult<String> never() {
                    return new DeferredResult<>(60_000L);
                }
                @GetMapping("/error")
                DeferredResult<String> error() {
                    DeferredResult<String> result = new DeferredResult<>(60_000L);
                    later(() -> result.setErrorResult(new IllegalStateException(await())));
                    return result;
                }
                @GetMapping("/timeout")
                DeferredResult<String> timeout() {
                    return new DeferredResult<>(1_500L);
                }
                @GetMapping("/callable")
                Callable<String> callable() {
                    return Calls::await;
                }
                @GetMapping("/future")
                CompletableFuture<String> future() {
                    CompletableFuture<String> future = new CompletableFuture<>();
                    later(() -> future.complete(await()));
                    return future;
                }
                @GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
                SseEmitter sse() throws Exception {
                    SseEmitter emitter = new SseEmitter(60_000L);
                    emitter.send("first");
                    later(() -> {
                        try {
                            emitter.send(await());
                            emitter.complete();
                        } catch (Exception failed) {
                            emitter.completeWithError(failed);
                        }
                    });
                    return emitter;
                }
                @GetMapping("/endless")
                SseEmitter endless() throws Exception {
                    SseEmitter emitter = new SseEmitter(0L);
                    later(() -> {
                        try {
                            while (true) {
                                emitter.send("tick");
                                Thread.sleep(20);
                            }
                        } catch (Exception gone) {
                            emitter.completeWithError(gone);
                        }
                    });
                    return emitter;
                }
                @GetMapping("/stream")
                StreamingResponseBody stream() {
                    return out -> {
                        out.write("first ".getBytes());
                        out.flush();
                        out.write(await().getBytes());
                    };
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
        TwoVersions versions = TwoVersions.of("calls", SOURCE, directory, jar -> jar.starterWebmvc()
                .resource("application.yaml", "berth.drain-timeout: 2s"));
        first = versions.first();
        second = versions.second();
    }

    @BeforeEach
    void install() {
        assertThat(base.install(first).problem()).isEmpty();
    }

    @AfterEach
    void uninstall() {
        System.setProperty(RELEASE, "yes");
        base.uninstallAll();
        System.clearProperty(RELEASE);
        System.clearProperty("berth-test.interrupted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "deferred", "callable", "future", "sse", "stream", "error", "timeout"})
    void replaceWhenACallRunsWaitsForItsRealEnd(String kind) throws Exception {
        // Given
        Revision old = base.revision("calls");
        CompletableFuture<HttpResponse<String>> call = begin(kind);
        assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
        // When
        assertThat(base.install(second).problem()).isEmpty();
        Thread.sleep(200);
        long whileItRuns = old.calls().count();
        RevisionState drains = old.state();
        System.setProperty(RELEASE, "yes");
        HttpResponse<String> answer = call.join();
        // Then
        assertThat(whileItRuns).isEqualTo(1);
        assertThat(drains).isInstanceOf(RevisionState.Draining.class);
        assertThat(answer.statusCode()).isEqualTo(kind.equals("error") ? 500 : kind.equals("timeout") ? 503 : 200);
        assertThat(answer.body()).doesNotContain("V2");
        assertThat(Eventually.holds(() -> old.state() instanceof RevisionState.Standby))
                .isTrue();
        assertThat(old.calls().count()).isZero();
        assertThat(base.get("/calls/now").body()).isEqualTo("V2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "never", "callable", "sse", "stream", "endless"})
    void drainWhenItsDeadlinePassesBreaksCallsOffAndReportsThem(String kind) {
        // Given
        Revision old = base.revision("calls");
        CompletableFuture<HttpResponse<String>> call = begin(kind);
        assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
        // When
        assertThat(base.install(second).problem()).isEmpty();
        boolean stoodBy = Eventually.holds(() -> old.state() instanceof RevisionState.Standby);
        // Then
        assertThat(stoodBy).isTrue();
        assertThat(Eventually.holds(call::isDone)).isTrue();
        assertThat(Eventually.holds(() -> old.calls().count() == 0)).isTrue();
        Operation drain = drain(old);
        assertThat(drain.notes())
                .extracting(Operation.Note::message)
                .anyMatch(note -> note.startsWith("1 calls of '" + old.id() + "' had not ended after 2.0 s"))
                .anyMatch(note ->
                        note.matches("Call 'GET /calls/" + kind + "' was broken off on thread '.+' after [0-9.]+ s"));
        if (kind.equals("sync")) {
            assertThat(System.getProperty("berth-test.interrupted")).isEqualTo("yes");
            assertThat(drain.notes())
                    .anyMatch(note -> note.detail().orElse("").contains("com.example.calls.Calls.await"));
        }
    }

    @Test
    void callWhenItsClientIsGoneIsCountedOut() throws Exception {
        // Given
        Revision old = base.revision("calls");
        try (Socket socket = new Socket("127.0.0.1", base.server().port())) {
            request(socket, "/calls/endless");
            assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
        }
        // When the socket is closed
        boolean countedOut = Eventually.holds(() -> old.calls().count() == 0);
        // Then
        assertThat(countedOut).isTrue();
    }

    @Test
    void rollbackWhenTheOldRevisionStillDrainsIsInstantAndKeepsCalls() {
        // Given
        Revision old = base.revision("calls");
        CompletableFuture<HttpResponse<String>> call = begin("sse");
        assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
        assertThat(base.install(second).problem()).isEmpty();
        // When
        assertThat(base.await(base.control().rollback(NAME)).problem()).isEmpty();
        System.setProperty(RELEASE, "yes");
        // Then
        assertThat(call.join().body()).contains("first").contains("V1");
        assertThat(base.revision("calls")).isSameAs(old);
        assertThat(base.get("/calls/now").body()).isEqualTo("V1");
    }

    private Operation drain(Revision revision) {
        List<Operation> ended = base.control().operations().stream()
                .filter(operation -> operation.kind() == Kind.DRAIN && operation.status() != Status.RUNNING)
                .filter(operation -> operation
                        .revision()
                        .equals(java.util.Optional.of(revision.id().toString())))
                .toList();
        assertThat(ended).hasSize(1);
        return ended.get(0);
    }

    private CompletableFuture<HttpResponse<String>> begin(String kind) {
        HttpRequest request = HttpRequest.newBuilder(base.uri("/calls/" + kind)).build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private static void request(Socket socket, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
