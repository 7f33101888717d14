package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A biz can't end the JVM of the default base, however it goes about it; the base itself can. */
class ExitIT {

    private static final String SOURCE =
            """
            package com.example.exiting;
            import java.lang.invoke.*;
            import java.util.concurrent.*;
            import java.util.function.IntConsumer;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Application {
                private final ExecutorService pool = Executors.newSingleThreadExecutor();
                public static void main(String[] args) {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(9)));
                    SpringApplication.run(Application.class, args);
                }
                @GetMapping("/direct")
                String direct() throws Throwable { return seen(() -> System.exit(3)); }
                @GetMapping("/runtime")
                String runtime() throws Throwable { return seen(() -> Runtime.getRuntime().exit(3)); }
                @GetMapping("/halt")
                String halt() throws Throwable { return seen(() -> Runtime.getRuntime().halt(3)); }
                @GetMapping("/method-reference")
                String methodReference() throws Throwable {
                    IntConsumer exit = System::exit;
                    return seen(() -> exit.accept(3));
                }
                @GetMapping("/reflection")
                String reflection() throws Throwable {
                    return seen(() -> System.class.getMethod("exit", int.class).invoke(null, 3));
                }
                @GetMapping("/method-handle")
                String methodHandle() throws Throwable {
                    MethodHandle exit = MethodHandles.lookup().findStatic(
                            System.class, "exit", MethodType.methodType(void.class, int.class));
                    return seen(() -> { exit.invokeExact(3); });
                }
                @GetMapping("/thread")
                String thread() throws Throwable {
                    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
                    Thread thread = new Thread(() -> System.exit(3));
                    thread.setUncaughtExceptionHandler((where, failure) -> thrown.complete(failure));
                    thread.start();
                    return thrown.get(10, TimeUnit.SECONDS).toString();
                }
                /** No frame of the biz is on the stack of this thread. */
                @GetMapping("/bare-thread")
                String bareThread() throws Throwable {
                    MethodHandle exit = MethodHandles.insertArguments(MethodHandles.lookup().findVirtual(
                            Runtime.class, "exit", MethodType.methodType(void.class, int.class)), 0, Runtime.getRuntime(), 3);
                    Runnable task = MethodHandleProxies.asInterfaceInstance(Runnable.class, exit);
                    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
                    Thread thread = new Thread(task);
                    thread.setUncaughtExceptionHandler((where, failure) -> thrown.complete(failure));
                    thread.start();
                    return thrown.get(10, TimeUnit.SECONDS).toString();
                }
                @GetMapping("/executor")
                String executor() throws Throwable {
                    return seen(() -> pool.submit(() -> System.exit(3)).get());
                }
                @GetMapping("/common-pool")
                String commonPool() throws Throwable {
                    return seen(() -> CompletableFuture.runAsync(() -> System.exit(3)).get());
                }
                interface Attempt { void run() throws Throwable; }
                private static String seen(Attempt attempt) {
                    try {
                        attempt.run();
                        return "nothing";
                    } catch (Throwable failure) {
                        Throwable root = failure;
                        while (root.getCause() != null) {
                            root = root.getCause();
                        }
                        return root.toString();
                    }
                }
            }
            """;

    private static final String BATCH =
            """
            package com.example.batch;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class Batch {
                public static void main(String[] args) {
                    System.exit(SpringApplication.exit(SpringApplication.run(Batch.class, args)));
                }
            }
            """;

    private static final String CATCHING =
            """
            package com.example.catching;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Catching {
                public static void main(String[] args) {
                    SpringApplication.run(Catching.class, args);
                    try {
                        System.exit(5);
                    } catch (RuntimeException refused) {
                        // Goes on
                    }
                }
                @GetMapping("/hello")
                String hello() { return "still here"; }
            }
            """;

    @TempDir
    static Path directory;

    private static BaseProcess base;

    @BeforeAll
    static void start() {
        base = BaseProcess.defaultBase(directory.resolve("home"));
        Path jar = BizJar.named("exiting").source(SOURCE).starterWebmvc().stock(directory);
        assertThat(base.admin().install(jar).statusCode()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        base.close();
    }

    @ParameterizedTest
    @CsvSource({
        "direct, System.exit(3)",
        "runtime, System.exit(3)",
        "halt, Runtime.halt(3)",
        "method-reference, System.exit(3)",
        "reflection, System.exit(3)",
        "method-handle, System.exit(3)",
        "thread, System.exit(3)",
        "bare-thread, System.exit(3)",
        "executor, System.exit(3)",
        "common-pool, System.exit(3)"
    })
    void exitOfABizIsRefusedAndTheBaseGoesOn(String variant, String call) {
        // When
        String seen = base.get("/exiting/" + variant).body();
        // Then
        assertThat(seen)
                .isEqualTo("java.lang.SecurityException: Biz 'exiting:1.0.0' called " + call
                        + ", which would end the base and all other biz; the call was blocked");
        assertThat(base.admin().anonymous("/readyz").statusCode()).isEqualTo(200);
        assertThat(base.process().isAlive()).isTrue();
    }

    @Test
    void exitIsReportedOnTheRevisionAndInBothLogs() throws IOException {
        // Given
        String message = "It called System.exit(3), which was blocked";
        // When
        base.get("/exiting/thread");
        // Then
        assertThat(base.admin()
                        .biz("exiting")
                        .get("revisions")
                        .get(0)
                        .get("troubles")
                        .toString())
                .contains(message, "exit-blocked", "com.example.exiting.Application");
        assertThat(base.process().output()).contains("Biz 'exiting' is in trouble: " + message);
        assertThat(Files.readString(base.home().resolve("logs/exiting.log"))).contains(message);
    }

    @Test
    void exitAtTheEndOfMainFailsTheInstallWithTheReason() {
        // Given
        Path jar = BizJar.named("batch").source(BATCH).starterWebmvc().stock(directory);
        // When
        HttpResponse<String> answer = base.admin().install(jar);
        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("BIZ_START_FAILED", "Biz 'batch:1.0.0' called System.exit(0)");
        assertThat(base.admin().names()).containsExactly("exiting");
    }

    @Test
    void exitThatMainCatchesIsATroubleOfABizThatServes() {
        // Given
        Path jar = BizJar.named("catching").source(CATCHING).starterWebmvc().stock(directory);
        // When
        HttpResponse<String> answer = base.admin().install(jar);
        String body = base.get("/catching/hello").body();
        JsonNode troubles = base.admin().biz("catching").get("revisions").get(0).get("troubles");
        base.admin().uninstall("catching");
        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(body).isEqualTo("still here");
        assertThat(troubles).hasSize(1);
        assertThat(troubles.get(0).get("message").asString()).isEqualTo("It called System.exit(5), which was blocked");
    }

    @Test
    void guardIsOn() {
        assertThat(base.admin().json("/v1/base").get("guard").get("on").asBoolean())
                .isTrue();
        assertThat(base.process().output()).contains("The guard is on");
    }

    @Test
    void exitInAShutdownHookOfABizDoesNotHoldUpTheEnd() {
        // Given
        try (BaseProcess other = BaseProcess.defaultBase(directory.resolve("other"))) {
            Path jar = BizJar.named("exiting").source(SOURCE).starterWebmvc().stock(directory);
            other.admin().install(jar);
            long begun = System.nanoTime();
            // When
            other.process().terminate();
            // Then
            assertThat(other.process().awaitExit()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            assertThat(other.process().output()).contains("called System.exit(9)");
        }
    }
}
