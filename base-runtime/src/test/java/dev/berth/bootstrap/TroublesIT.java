package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Trouble;
import dev.berth.lifecycle.Trouble.Kind;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error that is thrown in a biz marks the biz, wherever it comes from, and the base serves on. */
class TroublesIT {

    private static final int CONNECTIONS = 6;

    private static final String SOURCE =
            """
            package com.example.troubled;
            import java.util.concurrent.*;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.core.task.TaskExecutor;
            import org.springframework.scheduling.annotation.*;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @EnableAsync
            @EnableScheduling
            @RestController
            public class Troubled {
                static class Own extends Error {
                    Own(String message) { super(message); }
                }
                static class Handled extends Error {
                    Handled(String message) { super(message); }
                }
                @Component
                public static class Jobs {
                    static volatile boolean due;
                    @Async
                    public void later() { throw new Own("async"); }
                    @Scheduled(fixedDelay = 20)
                    public void tick() {
                        if (due) { due = false; throw new Own("scheduled"); }
                    }
                }
                @Autowired Jobs jobs;
                @Autowired TaskExecutor applicationTaskExecutor;
                public static void main(String[] args) {
                    SpringApplication.run(Troubled.class, args);
                }
                @Bean
                jakarta.servlet.Filter memory() {
                    return (request, response, chain) -> {
                        if (request.getParameter("memory") != null) {
                            throw new OutOfMemoryError("Java heap space");
                        }
                        chain.doFilter(request, response);
                    };
                }
                int deep(int level) { return deep(level + 1) + 1; }
                @GetMapping("/fine") String fine() { return "fine"; }
                @GetMapping("/recursion") int recursion() { return deep(0); }
                @GetMapping("/linkage") String linkage() { throw new NoClassDefFoundError("com/acme/Gone"); }
                @GetMapping("/own") String own() { throw new Own("request"); }
                @GetMapping("/exception") String exception() { throw new IllegalStateException("no error"); }
                @GetMapping("/handled") String handled() { throw new Handled("handled"); }
                @ExceptionHandler(Handled.class)
                @ResponseStatus(org.springframework.http.HttpStatus.CONFLICT)
                String handle() { return "handled"; }
                @GetMapping("/callable") Callable<String> callable() {
                    return () -> { throw new Own("callable"); };
                }
                @GetMapping("/async") String async() { jobs.later(); return "begun"; }
                @GetMapping("/scheduled") String scheduled() { Jobs.due = true; return "begun"; }
                @GetMapping("/pool") String pool() {
                    applicationTaskExecutor.execute(() -> { throw new Own("pool"); });
                    return "begun";
                }
                @GetMapping("/thread") String thread() {
                    new Thread(() -> { throw new Own("thread"); }, "own-thread").start();
                    return "begun";
                }
                @GetMapping("/uncaught") String uncaught() {
                    new Thread(() -> { throw new IllegalStateException("secret"); }, "uncaught-thread").start();
                    return "begun";
                }
                @GetMapping("/thread-with-handler") String threadWithHandler() {
                    Thread thread = new Thread(() -> { throw new Own("own handler"); }, "handled-thread");
                    thread.setUncaughtExceptionHandler((t, e) -> System.setProperty("berth-test.handled", "yes"));
                    thread.start();
                    return "begun";
                }
            }
            """;

    private static final String NEIGHBOUR =
            """
            package com.example.quiet;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Quiet {
                public static void main(String[] args) {
                    SpringApplication.run(Quiet.class, args);
                }
                @GetMapping("/hello") String hello() { return "hello"; }
            }
            """;

    @TempDir
    private static Path directory;

    private static RunningBase base;

    @BeforeAll
    static void start() {
        base = RunningBase.start(
                directory.resolve("home"),
                "--server.tomcat.threads.max=3",
                "--server.tomcat.max-connections=" + CONNECTIONS,
                "--server.tomcat.accept-count=1");
        assertThat(base.install(BizJar.named("troubled")
                                .source(SOURCE)
                                .starterWebmvc()
                                .stock(directory))
                        .problem())
                .isEmpty();
        assertThat(base.install(BizJar.named("quiet")
                                .source(NEIGHBOUR)
                                .starterWebmvc()
                                .stock(directory))
                        .problem())
                .isEmpty();
    }

    @AfterAll
    static void stop() {
        System.clearProperty("berth-test.handled");
        base.close();
    }

    @ParameterizedTest
    @CsvSource({
        "recursion, STACK_OVERFLOW, StackOverflowError in 'com.example.troubled.Troubled.deep', GET /troubled/recursion",
        "linkage, LINKAGE, NoClassDefFoundError: com/acme/Gone, GET /troubled/linkage",
        "own, ERROR, Own: request, GET /troubled/own",
        "handled, ERROR, Handled: handled, GET /troubled/handled",
        "callable, ERROR, Own: callable, GET /troubled/callable",
        "fine?memory=1, OUT_OF_MEMORY, OutOfMemoryError: Java heap space, GET /troubled/fine",
        "async, ERROR, Own: async, thread 'task-",
        "scheduled, ERROR, Own: scheduled, scheduled com.example.troubled.Troubled$Jobs.tick",
        "pool, ERROR, Own: pool, thread 'task-",
        "thread, ERROR, Own: thread, thread 'own-thread'",
        "uncaught, UNCAUGHT, Thread ended with java.lang.IllegalStateException, thread 'uncaught-thread'",
    })
    void errorOfABizIsATroubleOfItOnce(String path, Kind kind, String message, String during) {
        // Given
        long before = count(message);
        // When
        base.get("/troubled/" + path);
        // Then
        assertThat(Eventually.holds(() -> count(message) > before)).isTrue();
        assertThat(base.revision("troubled").troubles())
                .filteredOn(trouble -> trouble.message().startsWith(message))
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(kind);
                    assertThat(trouble.during()).startsWith(during);
                    assertThat(trouble.count()).isEqualTo(before + 1);
                });
        assertThat(base.revision("quiet").troubles()).isEmpty();
        assertThat(base.get("/quiet/hello").body()).isEqualTo("hello");
    }

    private static long count(String message) {
        return base.revision("troubled").troubles().stream()
                .filter(trouble -> trouble.message().startsWith(message))
                .mapToLong(Trouble::count)
                .sum();
    }

    @Test
    void exceptionOfARequestIsNoTrouble() {
        // When
        base.get("/troubled/exception");
        // Then
        assertThat(base.revision("troubled").troubles())
                .extracting(Trouble::message)
                .noneMatch(message -> message.contains("no error"));
    }

    @Test
    void threadWithAHandlerOfItsOwnIsLeftToThat() {
        // When
        base.get("/troubled/thread-with-handler");
        // Then
        assertThat(Eventually.holds(() -> System.getProperty("berth-test.handled") != null))
                .isTrue();
        assertThat(base.revision("troubled").troubles())
                .extracting(Trouble::message)
                .noneMatch(message -> message.contains("own handler"));
    }

    @Test
    void errorOfTheVirtualMachineCostsNeitherThreadNorConnection() {
        // When
        for (int call = 0; call < CONNECTIONS * 3; call++) {
            assertThat(base.get("/troubled/fine?memory=1").statusCode()).isEqualTo(500);
        }
        // Then
        assertThat(base.get("/quiet/hello").body()).isEqualTo("hello");
        assertThat(base.get("/troubled/fine").body()).isEqualTo("fine");
    }

    @Test
    void viewHasTheTroublesWithTheirRemedies() {
        // When
        base.get("/troubled/linkage");
        // Then
        assertThat(base.control()
                        .biz(new BizName("troubled"))
                        .revisions()
                        .get(0)
                        .troubles())
                .anySatisfy(trouble -> {
                    assertThat(trouble.kind()).isEqualTo("linkage");
                    assertThat(trouble.remedy()).contains("--linkage");
                });
    }
}
