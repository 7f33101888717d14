package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.Eventually;
import dev.berth.testing.SelfSigned;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls share a connection under HTTP/2; each of them is counted to its own end all the same. */
class Http2ReplaceIT {

    private static final String RELEASE = "berth-test.http2-release";

    private static final String SOURCE =
            """
            package com.example.streams;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
            @SpringBootApplication
            @RestController
            public class Streams {
                public static void main(String[] args) {
                    SpringApplication.run(Streams.class, args);
                }
                static String await() {
                    try {
                        while (System.getProperty("berth-test.http2-release") == null) {
                            Thread.sleep(10);
                        }
                        return "%1$s";
                    } catch (InterruptedException broken) {
                        throw new IllegalStateException("broken off");
                    }
                }
                @GetMapping("/now")
                String now() {
                    return "%1$s";
                }
                @GetMapping("/sync")
                String sync() {
                    return await();
                }
                @GetMapping("/stream")
                StreamingResponseBody stream() {
                    return out -> {
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

    @TempDir
    private Path home;

    private HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build();
    private RunningBase base;

    @BeforeAll
    static void build() {
        TwoVersions versions = TwoVersions.of("streams", SOURCE, directory, jar -> jar.starterWebmvc());
        first = versions.first();
        second = versions.second();
    }

    private void start(String... arguments) {
        base = RunningBase.start(home, arguments);
        assertThat(base.install(first).problem()).isEmpty();
    }

    @AfterEach
    void stop() {
        System.setProperty(RELEASE, "yes");
        base.close();
        System.clearProperty(RELEASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "stream"})
    void replaceWhenACallOverHttp2RunsWaitsForItsEnd(String kind) {
        // Given
        start("--server.http2.enabled=true");
        // Then
        assertReplaceWaits(kind, base.uri("/streams/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "stream"})
    void replaceWhenACallOverHttp2AndTlsRunsWaitsForItsEnd(String kind) throws Exception {
        // Given
        SelfSigned key = SelfSigned.in(home);
        client = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .sslContext(key.trusting())
                .build();
        start(
                "--server.http2.enabled=true",
                "--server.ssl.key-store=" + key.store(),
                "--server.ssl.key-store-password=" + SelfSigned.PASSWORD);
        URI plain = base.uri("/streams/");
        // Then
        assertReplaceWaits(kind, URI.create("https://localhost:" + plain.getPort() + plain.getPath()));
    }

    private void assertReplaceWaits(String kind, URI streams) {
        // Given
        assertThat(begin(streams, "now").join().version()).isEqualTo(Version.HTTP_2);
        Revision old = base.revision("streams");
        CompletableFuture<HttpResponse<String>> call = begin(streams, kind);
        assertThat(Eventually.holds(() -> old.calls().count() == 1)).isTrue();
        // When
        assertThat(base.install(second).problem()).isEmpty();
        HttpResponse<String> beside = begin(streams, "now").join();
        long whileItRuns = old.calls().count();
        RevisionState drains = old.state();
        System.setProperty(RELEASE, "yes");
        HttpResponse<String> answer = call.join();
        // Then
        assertThat(beside.body()).isEqualTo("V2");
        assertThat(beside.version()).isEqualTo(Version.HTTP_2);
        assertThat(whileItRuns).isEqualTo(1);
        assertThat(drains).isInstanceOf(RevisionState.Draining.class);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("V1");
        assertThat(answer.version()).isEqualTo(Version.HTTP_2);
        assertThat(Eventually.holds(() -> old.state() instanceof RevisionState.Standby))
                .isTrue();
        assertThat(old.calls().count()).isZero();
    }

    private CompletableFuture<HttpResponse<String>> begin(URI streams, String path) {
        HttpRequest request = HttpRequest.newBuilder(streams.resolve(path)).build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}
