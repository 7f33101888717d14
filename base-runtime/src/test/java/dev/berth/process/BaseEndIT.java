package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM lets what runs in all biz come to its end, turns away what comes, and ends in time. */
class BaseEndIT {

    /** What a JVM that SIGTERM has ended leaves as its exit code. */
    private static final int TERMINATED = 143;

    private static final String SOURCE =
            """
            package com.example.%1$s;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Application {
                public static void main(String[] args) {
                    SpringApplication.run(Application.class, args);
                }
                @GetMapping("/slow")
                String slow(@RequestParam("millis") long millis) throws Exception {
                    org.slf4j.LoggerFactory.getLogger("end").info("begun %1$s");
                    Thread.sleep(millis);
                    org.slf4j.LoggerFactory.getLogger("end").info("ended %1$s");
                    return "done";
                }
                @org.springframework.context.annotation.Bean(destroyMethod = "shutdownNow")
                static java.util.concurrent.ExecutorService tasks() {
                    return java.util.concurrent.Executors.newFixedThreadPool(1);
                }
                @org.springframework.beans.factory.annotation.Autowired
                java.util.concurrent.ExecutorService tasks;
                @GetMapping("/task")
                String task() {
                    tasks.execute(this::stuck);
                    return "begun";
                }
                @GetMapping("/stuck")
                String stuck() {
                    org.slf4j.LoggerFactory.getLogger("end").info("begun %1$s");
                    while (true) {
                        try {
                            Thread.sleep(1000);
                        } catch (InterruptedException ignored) {
                            org.slf4j.LoggerFactory.getLogger("end").info("ignored");
                        }
                    }
                }
                @jakarta.annotation.PreDestroy
                void end() throws Exception {
                    org.slf4j.LoggerFactory.getLogger("end").info("closing %1$s");
                    Thread.sleep(%2$d);
                    org.slf4j.LoggerFactory.getLogger("end").info("closed %1$s");
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void sigtermWhenSlowCallsRunInTwoBizLetsThemEndAndTurnsOthersAway() {
        // Given
        try (BaseProcess base = started("--berth.shutdown.grace=20s")) {
            List<CompletableFuture<HttpResponse<String>>> calls = Stream.of("one", "two")
                    .map(name -> begin(base, name, "/slow?millis=6000"))
                    .toList();
            long begun = System.nanoTime();
            // When
            base.process().terminate();
            base.process()
                    .await("stopping", () -> base.admin().anonymous("/readyz").statusCode() == 503);
            base.process().await("refusal", () -> refused(base));
            base.process().terminate();
            int exitCode = base.process().awaitExit();
            // Then
            assertThat(calls).allMatch(call -> call.join().body().equals("done"));
            assertThat(exitCode).isEqualTo(TERMINATED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(base.process().output())
                    .containsSubsequence("closed two", "closed one")
                    .doesNotContain(" WARN ", " ERROR ");
            assertThat(base.home().resolve("base.json")).doesNotExist();
        }
    }

    @Test
    void sigtermWhenACallNeverEndsExitsWithinTheGracePeriod() {
        // Given
        try (BaseProcess base = started("--berth.shutdown.grace=12s")) {
            base.get("/one/task");
            begin(base, "one", "/stuck");
            long begun = System.nanoTime();
            // When
            base.process().terminate();
            int exitCode = base.process().awaitExit();
            // Then
            assertThat(exitCode).isEqualTo(TERMINATED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
            assertThat(base.process().output())
                    .contains("Call 'GET /one/stuck' was broken off on thread", "com.example.one.Application.stuck")
                    .contains("closed two");
        }
    }

    @Test
    void sigtermWhenABizClosesSlowlyClosesTheOthersBesideIt() {
        // Given
        try (BaseProcess base = started("--berth.shutdown.grace=12s")) {
            install(base, "three", 20_000);
            base.admin().beginInstall(hanging());
            base.process().await("start of the hanging one", () -> base.admin()
                    .names()
                    .contains("hanging"));
            long begun = System.nanoTime();
            // When
            base.process().terminate();
            base.process().await("close", () -> base.process().output().contains("closing three"));
            base.process().terminate();
            int exitCode = base.process().awaitExit();
            // Then
            assertThat(exitCode).isEqualTo(TERMINATED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
            assertThat(base.process().output())
                    .containsSubsequence("closing three", "closed two", "closed one")
                    .doesNotContain("closed three");
        }
    }

    @Test
    void sigtermWhenAnOperationDoesNotEndLeavesTheOthersTheirTime() {
        // Given
        try (BaseProcess base = started("--berth.shutdown.grace=12s")) {
            install(base, "three", 20_000);
            base.admin().beginUninstall("three");
            base.process().await("close", () -> base.process().output().contains("closing three"));
            // When
            base.process().terminate();
            int exitCode = base.process().awaitExit();
            // Then
            assertThat(exitCode).isEqualTo(TERMINATED);
            assertThat(base.process().output()).containsSubsequence("closed two", "closed one");
        }
    }

    @Test
    void sigtermWhenAStopFirstDrainsTheOldVersionLetsItsCallsEnd() {
        // Given
        try (BaseProcess base = started("--berth.shutdown.grace=20s")) {
            CompletableFuture<HttpResponse<String>> call = begin(base, "one", "/slow?millis=5000");
            base.admin().beginInstall(jar("one", "2", 0), "stop-first");
            base.process()
                    .await("stop", () -> base.admin().biz("one").toString().contains("DRAINING"));
            // When
            base.process().terminate();
            int exitCode = base.process().awaitExit();
            // Then
            assertThat(call.join().body()).isEqualTo("done");
            assertThat(exitCode).isEqualTo(TERMINATED);
            assertThat(base.process().output()).containsSubsequence("ended one", "closing one");
        }
    }

    private BaseProcess started(String setting) {
        BaseProcess base = BaseProcess.defaultBase(directory.resolve("home"), setting);
        install(base, "one", 0);
        install(base, "two", 0);
        return base;
    }

    private void install(BaseProcess base, String name, int closeMillis) {
        assertThat(base.admin().install(jar(name, "1", closeMillis)).statusCode())
                .isEqualTo(201);
    }

    private Path jar(String name, String version, int closeMillis) {
        return BizJar.named(name)
                .version(version)
                .source(SOURCE.formatted(name, closeMillis))
                .starterWebmvc()
                .stock(directory);
    }

    private Path hanging() {
        return BizJar.named("hanging")
                .source(
                        """
                        package com.example.hanging;
                        public class Hanging {
                            public static void main(String[] args) throws Exception {
                                Thread.sleep(60_000);
                            }
                        }
                        """)
                .starterWebmvc()
                .stock(directory);
    }

    private static CompletableFuture<HttpResponse<String>> begin(BaseProcess base, String name, String path) {
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> base.get("/" + name + path));
        base.process().await("call of " + name, () -> base.process().output().contains("begun " + name));
        return call;
    }

    /** No connection, or an answer that asks the client to go elsewhere. */
    private static boolean refused(BaseProcess base) {
        try {
            HttpResponse<String> answer = base.get("/one/slow?millis=1");
            return answer.statusCode() == 503
                    && answer.headers().firstValue("Connection").orElse("").equals("close");
        } catch (UncheckedIOException noConnection) {
            return true;
        }
    }
}
