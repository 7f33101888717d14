package dev.berth.badinput;

import dev.berth.bootstrap.RunningBase;
import dev.berth.testing.BizJar;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A good biz that is called all the time, and remembers every call that did not go well. Closing ends the calls. */
final class Neighbour implements AutoCloseable {

    static final String NAME = "neighbour";
    private static final long PAUSE_MILLIS = 20;

    private final RunningBase base;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Thread caller = new Thread(this::call, "test-caller");
    private volatile boolean ended;

    private Neighbour(RunningBase base) {
        this.base = base;
    }

    /** Installs it, unless it is there, and begins to call it. */
    static Neighbour of(RunningBase base, Path directory) {
        if (base.control().biz().stream().noneMatch(biz -> biz.name().value().equals(NAME))) {
            base.install(jar(NAME, directory));
        }
        Neighbour neighbour = new Neighbour(base);
        neighbour.caller.setDaemon(true);
        neighbour.caller.start();
        return neighbour;
    }

    /** Writes a biz that answers at {@code /<name>/hello}. */
    static Path jar(String name, Path directory) {
        return biz(name).slim(directory);
    }

    static BizJar biz(String name) {
        return BizJar.named(name)
                .starterWebmvc()
                .source(
                        """
                        package com.example.good;
                        import org.springframework.boot.SpringApplication;
                        import org.springframework.boot.autoconfigure.SpringBootApplication;
                        import org.springframework.web.bind.annotation.*;
                        @SpringBootApplication
                        @RestController
                        public class Good {
                            public static void main(String[] args) {
                                SpringApplication.run(Good.class, args);
                            }
                            @GetMapping("/hello")
                            String hello() {
                                return "hello";
                            }
                        }
                        """);
    }

    private void call() {
        while (!ended) {
            try {
                HttpResponse<String> answer = base.get("/" + NAME + "/hello");
                if (answer.statusCode() != 200 || !answer.body().equals("hello")) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
                calls.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            } catch (RuntimeException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    int calls() {
        return calls.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        ended = true;
        try {
            caller.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
