package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.CallsInFlight;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.LibraryJar;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a servlet application may use is there for a biz, under its own path. */
class WebFeaturesIT {

    private static final String APPLICATION =
            """
            package com.example.features;
            import jakarta.servlet.*;
            import jakarta.servlet.http.*;
            import java.io.IOException;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            @SpringBootApplication
            public class Features {
                public static void main(String[] args) {
                    SpringApplication.run(Features.class, args);
                }
                @Bean
                Filter stamp() {
                    return (request, response, chain) -> {
                        ((HttpServletResponse) response).setHeader("X-Stamp", "stamped");
                        chain.doFilter(request, response);
                    };
                }
            }
            """;

    private static final String REST =
            """
            package com.example.features;
            import jakarta.servlet.ServletContext;
            import java.io.InputStream;
            import java.time.*;
            import org.springframework.http.HttpStatus;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Rest {
                record Line(String sku, int count) {}
                record Order(String id, LocalDate day, Instant at, java.util.List<Line> lines) {}
                @ResponseStatus(HttpStatus.I_AM_A_TEAPOT)
                static class Teapot extends RuntimeException {}
                private final ServletContext context;
                Rest(ServletContext context) {
                    this.context = context;
                }
                @PostMapping("/orders")
                Order next(@RequestBody Order order) {
                    return new Order(order.id() + "+", order.day().plusDays(1), order.at().plusSeconds(1), order.lines());
                }
                @GetMapping("/resource")
                String resource(@RequestParam String path) throws Exception {
                    try (InputStream content = context.getResource(path).openStream()) {
                        return new String(content.readAllBytes());
                    }
                }
                @GetMapping("/teapot")
                String teapot() {
                    throw new Teapot();
                }
                @GetMapping("/broken")
                String broken() {
                    throw new IllegalStateException("broken on purpose");
                }
            }
            """;

    private static final String ERRORS =
            """
            package com.example.features;
            import java.util.Map;
            import java.util.concurrent.*;
            import org.springframework.boot.web.error.ErrorAttributeOptions;
            import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
            import org.springframework.stereotype.Component;
            import org.springframework.web.context.request.WebRequest;
            @Component
            class SlowErrors extends DefaultErrorAttributes {
                static final CountDownLatch rendering = new CountDownLatch(1);
                static final CountDownLatch goOn = new CountDownLatch(1);
                @Override
                public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
                    Map<String, Object> attributes = super.getErrorAttributes(request, options);
                    if (String.valueOf(attributes.get("path")).endsWith("/slow")) {
                        rendering.countDown();
                        try {
                            goOn.await(10, TimeUnit.SECONDS);
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return attributes;
                }
            }
            """;

    private static final String ASYNC =
            """
            package com.example.features;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.async.DeferredResult;
            @RestController
            class Async {
                private DeferredResult<String> pending;
                @GetMapping("/async/pending")
                DeferredResult<String> pending() {
                    pending = new DeferredResult<>(10_000L);
                    return pending;
                }
                @GetMapping("/async/release")
                boolean release() {
                    return pending.setResult("late");
                }
                @GetMapping("/async/timeout")
                DeferredResult<String> timeout() {
                    return new DeferredResult<>(50L);
                }
                @GetMapping("/async/raw")
                void raw(jakarta.servlet.http.HttpServletRequest request) {
                    jakarta.servlet.AsyncContext async = request.startAsync();
                    new Thread(() -> {
                        try {
                            async.getResponse().getWriter().write("raw");
                        } catch (java.io.IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                        async.complete();
                    }).start();
                }
                @GetMapping("/async/failure")
                DeferredResult<String> failure() {
                    DeferredResult<String> result = new DeferredResult<>();
                    result.setErrorResult(new IllegalStateException("failed on purpose"));
                    return result;
                }
            }
            """;

    private static final String UPLOADS =
            """
            package com.example.features;
            import jakarta.servlet.ServletContext;
            import jakarta.servlet.http.*;
            import java.io.File;
            import java.nio.file.*;
            import java.util.stream.*;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.multipart.MultipartFile;
            @RestController
            class Uploads {
                private final ServletContext context;
                Uploads(ServletContext context) {
                    this.context = context;
                }
                @PostMapping("/upload")
                String upload(@RequestParam MultipartFile file) throws Exception {
                    Path folder = ((File) context.getAttribute(ServletContext.TEMPDIR)).toPath();
                    try (Stream<Path> files = Files.list(folder)) {
                        String kept = files.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.joining(","));
                        return file.getSize() + " " + kept;
                    }
                }
                @GetMapping("/count")
                int count(HttpSession session) {
                    Integer before = (Integer) session.getAttribute("count");
                    int now = before == null ? 1 : before + 1;
                    session.setAttribute("count", now);
                    return now;
                }
            }
            """;

    private static final String BOUNDARY = "----berth";

    private final RunningBase base = RunningBase.shared();

    @TempDir
    private static Path directory;

    private static Path jar;

    @BeforeAll
    static void build() {
        Path widgets = LibraryJar.of("com.example:widgets:1.0.0")
                .resource("META-INF/resources/", "")
                .resource("META-INF/resources/widgets/widget.js", "widget()")
                .write(directory);
        jar = BizJar.named("features")
                .starterWebmvc()
                .jar(widgets)
                .source(APPLICATION)
                .source(REST)
                .source(ERRORS)
                .source(ASYNC)
                .source(UPLOADS)
                .resource("application.yaml", "spring.servlet.multipart.file-size-threshold: 1KB")
                .resource("static/hello.txt", "hello")
                .resource("static/error/404.html", "<p>Nothing of ours</p>")
                .stock(directory);
    }

    @BeforeEach
    void install() {
        assertThat(base.install(jar).problem()).isEmpty();
    }

    @AfterEach
    void everyCallIsCountedOut() {
        CallsInFlight calls = base.revision("features").calls();
        boolean none = Eventually.holds(() -> calls.count() == 0);
        base.uninstallAll();
        assertThat(none).as("calls counted out").isTrue();
        assertThat(calls.count()).isZero();
    }

    @Test
    void postWhenRecordsGoInAndOutReadsAndWritesJavaTime() {
        // Given
        String order = "{\"id\":\"a\",\"day\":\"2026-02-28\",\"at\":\"2026-01-01T00:00:59Z\","
                + "\"lines\":[{\"sku\":\"x\",\"count\":2}]}";
        // When
        HttpResponse<String> answer = base.send(HttpRequest.newBuilder(base.uri("/features/orders"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order))
                .build());
        // Then
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"a+\",\"day\":\"2026-03-01\",\"at\":\"2026-01-01T00:01:00Z\","
                        + "\"lines\":[{\"sku\":\"x\",\"count\":2}]}");
    }

    @Test
    void getWhenFileIsStaticServesIt() {
        assertThat(base.get("/features/hello.txt").body()).isEqualTo("hello");
        assertThat(base.get("/features/widgets/widget.js").body()).isEqualTo("widget()");
        assertThat(base.get("/features/resource?path=/widgets/widget.js").body())
                .isEqualTo("widget()");
        assertThat(base.get("/hello.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void getWhenFilterIsABeanPassesIt() {
        assertThat(base.get("/features/hello.txt").headers().firstValue("X-Stamp"))
                .contains("stamped");
        assertThat(base.get("/elsewhere").headers().firstValue("X-Stamp")).isEmpty();
    }

    @Test
    void getWhenNothingIsThereAnswersWithTheErrorPageOfTheBiz() {
        HttpResponse<String> page = get("/features/nowhere", "text/html");
        HttpResponse<String> json = get("/features/nowhere", "application/json");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).isEqualTo("<p>Nothing of ours</p>");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.body()).contains("\"status\":404", "\"path\":\"/features/nowhere\"");
        assertThat(get("/nowhere", "text/html").body()).doesNotContain("Nothing of ours");
    }

    @Test
    void getWhenControllerThrowsAnswersWithItsStatus() {
        assertThat(base.get("/features/teapot").statusCode()).isEqualTo(418);
        HttpResponse<String> broken = get("/features/broken", "application/json");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("\"error\":\"Internal Server Error\"")
                .doesNotContain("on purpose");
    }

    @Test
    void getWhenErrorPageIsRenderedCountsTheCallToItsEnd() throws Exception {
        // Given
        Class<?> errors = base.loader("features").loadClass("com.example.features.SlowErrors");
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> get("/features/slow", "application/json"));
        // When
        latch(errors, "rendering").await();
        long during = base.revision("features").calls().count();
        latch(errors, "goOn").countDown();
        // Then
        assertThat(answer.join().statusCode()).isEqualTo(404);
        assertThat(during).isEqualTo(1);
    }

    @Test
    void uploadWhenFileIsLargeKeepsItInTheFolderOfTheRevision() {
        // Given
        String content = "x".repeat(10_000);
        // When
        String[] answer = upload(content).body().split(" ", 2);
        boolean goneAfterCall = Eventually.holds(() -> !Files.exists(Path.of(answer[1])));
        Path folder = Path.of(answer[1]).getParent();
        base.uninstall("features");
        boolean leftAfterUninstall = Files.exists(folder);
        base.install(jar);
        // Then
        assertThat(answer[0]).isEqualTo("10000");
        assertThat(folder).startsWithRaw(base.home().resolve("work").resolve("revisions"));
        assertThat(goneAfterCall).isTrue();
        assertThat(leftAfterUninstall).isFalse();
    }

    @Test
    void uploadWhenFileIsSmallKeepsItInMemory() {
        assertThat(upload("tiny").body()).isEqualTo("4 ");
    }

    @Test
    void getWhenSessionIsKnownCountsUp() {
        // When
        HttpResponse<String> first = base.get("/features/count");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        HttpResponse<String> second = base.send(HttpRequest.newBuilder(base.uri("/features/count"))
                .header("Cookie", cookie.split(";")[0])
                .build());
        // Then
        assertThat(cookie).contains("; Path=/features;");
        assertThat(first.body()).isEqualTo("1");
        assertThat(second.body()).isEqualTo("2");
        assertThat(base.get("/features/count").body()).isEqualTo("1");
    }

    @Test
    void getWhenAnswerIsAsynchronousCountsTheCallUntilItEnds() {
        // Given
        CallsInFlight calls = base.revision("features").calls();
        // When
        CompletableFuture<HttpResponse<String>> pending =
                CompletableFuture.supplyAsync(() -> base.get("/features/async/pending"));
        boolean counted = Eventually.holds(() -> calls.count() == 1);
        boolean released = Eventually.holds(
                () -> base.get("/features/async/release").body().equals("true"));
        // Then
        assertThat(counted).isTrue();
        assertThat(released).isTrue();
        assertThat(pending.join().body()).isEqualTo("late");
    }

    @Test
    void getWhenAnotherThreadCompletesTheAnswerEndsTheCall() {
        assertThat(base.get("/features/async/raw").body()).isEqualTo("raw");
    }

    @Test
    void getWhenAsynchronousAnswerFailsOrTimesOutEndsTheCall() {
        assertThat(base.get("/features/async/timeout").statusCode()).isEqualTo(503);
        assertThat(base.get("/features/async/failure").statusCode()).isEqualTo(500);
    }

    private HttpResponse<String> get(String path, String accept) {
        return base.send(
                HttpRequest.newBuilder(base.uri(path)).header("Accept", accept).build());
    }

    private HttpResponse<String> upload(String content) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + content + "\r\n--" + BOUNDARY + "--\r\n";
        return base.send(HttpRequest.newBuilder(base.uri("/features/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static java.util.concurrent.CountDownLatch latch(Class<?> owner, String name) throws Exception {
        var field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return (java.util.concurrent.CountDownLatch) field.get(null);
    }
}
