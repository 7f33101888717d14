package dev.berth.bootstrap;

import dev.berth.testing.BizJar;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A small web biz that says in every answer which version it is; the versions differ by a resource alone, so that they
 * are compiled once.
 *
 * <p>{@code GET /version}, {@code POST /echo} (answers {@code <version>:<body>}), {@code GET /slow?millis=…},
 * {@code GET /stuck} (until it is interrupted), {@code GET /async?millis=…}.
 */
public final class VersionedBiz {

    private static final String SOURCE =
            """
            package com.example.versioned;
            import jakarta.servlet.AsyncContext;
            import jakarta.servlet.http.*;
            import java.io.File;
            import java.io.IOException;
            import java.io.InputStream;
            import java.nio.charset.StandardCharsets;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Versioned {
                public static void main(String[] args) {
                    if (read("/fails.txt").equals("yes")) {
                        throw new IllegalStateException("This version does not start");
                    }
                    if (read("/hangs.txt").equals("yes")) {
                        Answers.pause(60_000);
                    }
                    SpringApplication application = new SpringApplication(Versioned.class);
                    application.setLogStartupInfo(false);
                    application.run(args);
                }
                static String read(String name) {
                    try (InputStream in = Versioned.class.getResourceAsStream(name)) {
                        return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException failure) {
                        throw new IllegalStateException(failure);
                    }
                }
                @Bean
                ServletRegistrationBean<HttpServlet> servlet() {
                    String version = read("/version.txt");
                    ServletRegistrationBean<HttpServlet> bean =
                            new ServletRegistrationBean<>(new Answers(version), "/*");
                    bean.setAsyncSupported(true);
                    bean.setLoadOnStartup(1);
                    return bean;
                }
                @Bean(destroyMethod = "shutdownNow")
                ExecutorService loop() {
                    ExecutorService loop = Executors.newFixedThreadPool(1);
                    if (read("/busy.txt").equals("yes")) {
                        loop.execute(() -> Answers.pause(60_000));
                    }
                    return loop;
                }
                @Bean
                AutoCloseable close() {
                    return () -> {
                        String held = read("/held.txt");
                        while (!held.isEmpty() && new File(held).exists()) {
                            Answers.pause(10);
                        }
                    };
                }
                static final class Answers extends HttpServlet {
                    private final String version;
                    Answers(String version) {
                        this.version = version;
                    }
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        switch (request.getPathInfo()) {
                            case "/version" -> response.getWriter().write(version);
                            case "/slow" -> {
                                pause(Long.parseLong(request.getParameter("millis")));
                                response.getWriter().write(version);
                            }
                            case "/stuck" -> {
                                pause(60_000);
                                response.getWriter().write("never");
                            }
                            case "/async" -> {
                                long millis = Long.parseLong(request.getParameter("millis"));
                                AsyncContext async = request.startAsync();
                                new Thread(() -> {
                                    try {
                                        pause(millis);
                                        async.getResponse().getWriter().write(version);
                                    } catch (IOException gone) {
                                        throw new IllegalStateException(gone);
                                    } finally {
                                        async.complete();
                                    }
                                }).start();
                            }
                            default -> response.sendError(404);
                        }
                    }
                    @Override
                    protected void doPost(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                        response.getWriter().write(version + ":" + body);
                    }
                    private static void pause(long millis) {
                        try {
                            Thread.sleep(millis);
                        } catch (InterruptedException brokenOff) {
                            throw new IllegalStateException("It was interrupted", brokenOff);
                        }
                    }
                }
            }
            """;

    private VersionedBiz() {}

    /** Writes a version of a biz, once a directory: written twice, a jar has another digest. */
    public static Path jar(Path directory, String name, String version) {
        Path written = directory.resolve(name + "-" + version + "-biz.jar");
        return Files.exists(written) ? written : of(name, version).slim(directory);
    }

    /** Writes a version that does not start. */
    static Path broken(Path directory, String name, String version) {
        return of(name, version).resource("fails.txt", "yes").slim(directory);
    }

    /** Begins a version, to be changed before it is written. */
    static BizJar of(String name, String version) {
        return BizJar.named(name)
                .version(version)
                .starterWebmvc()
                .resource("version.txt", version)
                .source(SOURCE);
    }
}
