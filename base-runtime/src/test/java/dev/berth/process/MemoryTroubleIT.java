package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A biz that takes all memory while it serves: the biz is marked, the base and its other biz go on. */
class MemoryTroubleIT {

    private static final String SOURCE =
            """
            package com.example.hungry;
            import java.lang.invoke.MethodHandles;
            import java.nio.ByteBuffer;
            import java.nio.charset.StandardCharsets;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Hungry {
                static final List<Object> KEPT = new ArrayList<>();
                static class Copy000000 {
                    %s
                }
                public static void main(String[] args) {
                    SpringApplication.run(Hungry.class, args);
                }
                @GetMapping("/heap") String heap() {
                    List<byte[]> all = new ArrayList<>();
                    while (true) {
                        all.add(new byte[1 << 20]);
                    }
                }
                @GetMapping("/brim") String brim() {
                    Object[] all = null;
                    int size = 1 << 18;
                    while (true) {
                        try {
                            Object[] next = new Object[size];
                            next[0] = all;
                            all = next;
                        } catch (OutOfMemoryError full) {
                            size /= 4;
                            if (size == 0) {
                                // For a while, so that others meet it too
                                long end = System.nanoTime() + 100_000_000;
                                while (System.nanoTime() < end) {
                                    Thread.onSpinWait();
                                }
                                throw full;
                            }
                        }
                    }
                }
                @GetMapping("/direct") String direct() {
                    List<ByteBuffer> all = new ArrayList<>();
                    while (true) {
                        all.add(ByteBuffer.allocateDirect(1 << 20));
                    }
                }
                @GetMapping("/metaspace") String metaspace() throws Exception {
                    byte[] original = Hungry.class.getResourceAsStream("Hungry$Copy000000.class").readAllBytes();
                    String text = new String(original, StandardCharsets.ISO_8859_1);
                    for (int i = 1; i < 500_000; i++) {
                        byte[] copy = text.replace("Copy000000", "Copy%%06d".formatted(i))
                                .getBytes(StandardCharsets.ISO_8859_1);
                        KEPT.add(MethodHandles.lookup().defineClass(copy));
                    }
                    return "unexpected";
                }
            }
            """;

    private static final int CALLERS = 2;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"heap, out-of-memory, Java heap space", "direct, out-of-direct-memory, no direct buffer memory is left"
    })
    void bizThatFillsAMemoryWhileItServes(String path, String kind, String message) {
        // Given
        try (BaseProcess base = start();
                Bystander bystander = new Bystander(base, directory)) {
            install(base);
            // When
            int first = base.get("/hungry/" + path).statusCode();
            int second = base.get("/hungry/" + path).statusCode();
            // Then
            assertThat(List.of(first, second)).containsOnly(500);
            JsonNode trouble = trouble(base, kind);
            assertThat(trouble.get("message").asString()).contains(message);
            assertThat(trouble.get("remedy").asString()).contains("-X");
            assertThat(base.admin().uninstall("hungry").statusCode()).isEqualTo(200);
            if (!path.equals("heap")) {
                // Where the heap is full nobody is unharmed while that lasts; afterwards all are
                bystander.assertUnharmed();
            }
            base.process().await("answers", () -> answers(base.business(), "/bystander/hello"));
        }
    }

    /** What is asked meanwhile may get no answer, since even the server's own threads find no memory. */
    @Test
    void bizThatFillsTheHeapToTheLastByteWhileManyCallLeavesABaseThatAnswers() throws Exception {
        // Given
        try (BaseProcess base = start();
                Bystander bystander = new Bystander(base, directory)) {
            install(base);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            // When
            for (int call = 0; call < CALLERS; call++) {
                callers.execute(() -> answers(base.business(), "/hungry/brim"));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            // Then
            base.process().await("answers", () -> answers(base.business(), "/bystander/hello"));
            base.process().await("readiness", () -> answers(base.admin().calls(), "/readyz"));
            assertThat(trouble(base, "out-of-memory").get("count").asInt()).isPositive();
            assertThat(base.admin().uninstall("hungry").statusCode()).isEqualTo(200);
            bystander.close();
        }
    }

    /** Tells whether there is a good answer, while its client still waits. */
    private static boolean answers(Calls calls, String path) {
        try {
            return calls.send(calls.request(path).timeout(Duration.ofSeconds(20)))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    @Test
    void bizThatFillsTheMetaspaceWhileItServes() {
        // Given
        try (BaseProcess base = start();
                Bystander bystander = new Bystander(base, directory)) {
            install(base);
            // When
            int status = base.get("/hungry/metaspace").statusCode();
            // Then
            assertThat(status).isEqualTo(500);
            assertThat(base.get("/bystander/hello").statusCode()).isEqualTo(200);
            assertThat(trouble(base, "out-of-metaspace").get("message").asString())
                    .contains("OutOfMemoryError");
            assertThat(base.admin().uninstall("hungry").statusCode()).isEqualTo(200);
            bystander.assertUnharmed();
        }
    }

    private BaseProcess start() {
        return BaseProcess.start(
                directory.resolve("home"),
                List.of(
                        "-Xmx96m",
                        "-XX:MaxMetaspaceSize=120m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-jar",
                        BuiltJars.exec().toString()));
    }

    private void install(BaseProcess base) {
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            methods.append("int method")
                    .append(i)
                    .append("(int n) { return n * ")
                    .append(i)
                    .append("; }\n");
        }
        Path hungry = BizJar.named("hungry")
                .source(SOURCE.formatted(methods))
                .starterWebmvc()
                .slim(directory);
        assertThat(base.admin().install(hungry).statusCode()).isEqualTo(201);
    }

    private static JsonNode trouble(BaseProcess base, String kind) {
        JsonNode troubles = base.admin().biz("hungry").get("revisions").get(0).get("troubles");
        return troubles.valueStream()
                .filter(trouble -> trouble.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No trouble '" + kind + "' among " + troubles));
    }
}
