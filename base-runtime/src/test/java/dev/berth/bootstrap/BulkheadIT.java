package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.BizView.RevisionView;
import dev.berth.control.LoadView;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A biz whose calls are stuck keeps neither the threads of the base nor its neighbours. */
class BulkheadIT {

    private static final int THREADS = 4;
    private static final int SHARE = 3;
    private static final String RELEASE = "berth-test.release";

    private static final String SOURCE =
            """
            package com.example.stuck;
            import java.util.concurrent.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.async.DeferredResult;
            @SpringBootApplication
            @RestController
            public class Stuck {
                public static void main(String[] args) {
                    SpringApplication.run(Stuck.class, args);
                }
                @GetMapping("/quick") String quick() { return "quick"; }
                @GetMapping("/actuator/health") String health() { return "up"; }
                @GetMapping("/sync") String sync() throws Exception {
                    while (System.getProperty("berth-test.release") == null) {
                        Thread.sleep(10);
                    }
                    return "released";
                }
                @GetMapping("/async") DeferredResult<String> async() {
                    DeferredResult<String> result = new DeferredResult<>(60_000L);
                    Thread thread = new Thread(() -> {
                        try {
                            result.setResult(sync());
                        } catch (Exception failed) {
                            result.setErrorResult(failed);
                        }
                    });
                    thread.setDaemon(true);
                    thread.start();
                    return result;
                }
            }
            """;

    @TempDir
    private static Path directory;

    private static RunningBase base;

    private final List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();

    @BeforeAll
    static void start() {
        base = RunningBase.start(
                directory.resolve("home"), "--server.tomcat.threads.max=" + THREADS, "--berth.web.try-header=true");
        install(jar("quiet", "1"));
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @BeforeEach
    void installStuck() {
        System.clearProperty(RELEASE);
        install(jar("stuck", "1"));
    }

    @AfterEach
    void release() {
        System.setProperty(RELEASE, "yes");
        calls.forEach(CompletableFuture::join);
        base.uninstall("stuck");
        System.clearProperty(RELEASE);
    }

    private static BizJar jar(String name, String version) {
        return BizJar.named(name).version(version).source(SOURCE).starterWebmvc();
    }

    private static void install(BizJar jar) {
        assertThat(base.install(jar.slim(directory)).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void callAboveTheShareIsRefusedAtOnceAndTheNeighbourServes(String kind) {
        // Given
        occupy(SHARE, kind);
        // When
        HttpResponse<String> refused = base.get("/stuck/quick");
        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body())
                .contains("\"code\":\"BIZ_BUSY\"", "\"title\":\"Biz busy\"", "\"status\":503")
                .contains("'stuck'");
        assertThat(base.get("/quiet/quick").body()).isEqualTo("quick");
    }

    @Test
    void viewHasCallsLimitAndRefusalsAndNamesTheOldestCallWithItsStack() {
        // Given
        occupy(SHARE, "sync");
        base.get("/stuck/quick");
        base.get("/stuck/quick");
        // When
        LoadView load = view().load();
        // Then
        assertThat(load.places()).isEqualTo(SHARE);
        assertThat(load.limit()).contains(SHARE);
        assertThat(load.rejected()).isEqualTo(2);
        assertThat(load.busyThreads()).isEqualTo(SHARE);
        assertThat(load.oldest()).hasSize(SHARE).allSatisfy(call -> {
            assertThat(call.description()).isEqualTo("GET /stuck/sync");
            assertThat(call.millis()).isPositive();
            assertThat(call.thread()).isPresent();
            assertThat(call.stack()).contains("com.example.stuck.Stuck.sync");
        });
        assertThat(base.control().biz().stream()
                        .filter(biz -> biz.name().value().equals("stuck")))
                .allSatisfy(biz ->
                        assertThat(biz.revisions().get(0).load().oldest()).isEmpty());
    }

    @Test
    void placesAreGivenBackWhenTheCallsHaveEnded() {
        // Given
        occupy(SHARE, "async");
        // When
        System.setProperty(RELEASE, "yes");
        calls.forEach(CompletableFuture::join);
        // Then
        assertThat(Eventually.holds(() -> view().load().places() == 0)).isTrue();
        assertThat(base.get("/stuck/quick").statusCode()).isEqualTo(200);
    }

    @Test
    void healthCheckOfABusyBizIsAnswered() {
        // Given
        occupy(SHARE, "sync");
        // Then
        assertThat(base.get("/stuck/actuator/health").body()).isEqualTo("up");
    }

    @Test
    void revisionThatReplacesAStuckOneServes() {
        // Given
        occupy(SHARE, "async");
        // When
        install(jar("stuck", "2"));
        // Then
        assertThat(base.get("/stuck/quick").statusCode()).isEqualTo(200);
    }

    @Test
    void limitOfTheBizsOwnSettingsWinsOverThatOfItsManifest() {
        // When
        install(jar("stuck", "2")
                .attribute("Berth-Max-Concurrent", "7")
                .resource("application.properties", "berth.concurrency.max=1"));
        // Then
        assertThat(view().load().limit()).contains(1);
        occupy(1, "async");
        assertThat(base.get("/stuck/quick").statusCode()).isEqualTo(503);
    }

    @Test
    void limitOfTheManifestIsTaken() {
        // When
        install(jar("stuck", "2").attribute("Berth-Max-Concurrent", "7"));
        // Then
        assertThat(view().load().limit()).contains(7);
    }

    @Test
    void limitThatIsNoNumberFailsTheInstall() {
        // When / Then
        assertThat(base.install(jar("stuck", "2")
                                .attribute("Berth-Max-Concurrent", "0")
                                .slim(directory))
                        .problem())
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("Berth-Max-Concurrent: 0"));
    }

    private void occupy(int count, String kind) {
        // A connection each: an answer of HTTP/1.1 on a shared one would have to wait
        for (int call = 0; call < count; call++) {
            calls.add(HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(base.uri("/stuck/" + kind)).build(), BodyHandlers.ofString()));
        }
        assertThat(Eventually.holds(() -> view().load().places() == count)).isTrue();
    }

    private static RevisionView view() {
        return base.control().biz(new BizName("stuck")).revisions().get(0);
    }
}
