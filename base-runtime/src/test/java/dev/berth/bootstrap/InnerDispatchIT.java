package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls find their way inside a context that new callers can't reach: before its time, and while it drains. */
class InnerDispatchIT {

    private static final String SOURCE =
            """
            package com.example.inner;
            import jakarta.servlet.http.HttpServletRequest;
            import java.util.concurrent.Callable;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.stereotype.Controller;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @Controller
            public class Inner {
                public static void main(String[] args) {
                    SpringApplication.run(Inner.class, args);
                }
                private static void pause() throws InterruptedException {
                    System.getProperties().put("inner-begun", true);
                    Thread.sleep(700);
                }
                @GetMapping("/async")
                @ResponseBody
                Callable<String> async() {
                    return () -> {
                        pause();
                        return "async";
                    };
                }
                @GetMapping("/forward")
                String forward() throws InterruptedException {
                    pause();
                    return "forward:/target";
                }
                @GetMapping("/target")
                @ResponseBody
                String target() {
                    return "target";
                }
                @GetMapping("/error-page")
                String fails() throws InterruptedException {
                    pause();
                    throw new IllegalStateException("on purpose");
                }
                @GetMapping("/secure")
                @ResponseBody
                String secure(HttpServletRequest request) {
                    if (!request.isSecure() || !request.getRequestURL().toString().startsWith("https://")) {
                        throw new IllegalStateException(request.getRequestURL().toString());
                    }
                    return "secure";
                }
            }
            """;

    @TempDir
    private Path directory;

    @AfterEach
    void forget() {
        RunningBase.shared().uninstallAll();
        System.getProperties().remove("inner-begun");
    }

    @ParameterizedTest
    @CsvSource({"/async,200,async", "/forward,200,target", "/error-page,500,Internal Server Error"})
    void uninstallLetsACallInFlightDispatch(String path, int status, String body) throws Exception {
        // Given
        RunningBase base = RunningBase.shared();
        base.install(inner().stock(directory));
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> base.get("/inner" + path));
        Eventually.holds(() -> System.getProperties().containsKey("inner-begun"));
        // When
        base.uninstall("inner");
        // Then
        HttpResponse<String> answer = call.get(10, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(body);
    }

    @Test
    void warmUpOfABaseThatSpeaksTlsIsSecure(@TempDir Path home) throws Exception {
        // Given
        Path keys = home.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "base",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                keys.toString());
        try (RunningBase base = RunningBase.start(
                home.resolve("home"),
                "--server.ssl.key-store=" + keys,
                "--server.ssl.key-store-password=changeit",
                "--server.ssl.key-store-type=PKCS12")) {
            // When
            Operation installed = base.install(inner().attribute("Berth-Warm-Up", "/secure, /async, /forward")
                    .stock(directory));
            // Then
            assertThat(installed.problem()).isEmpty();
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit", "-storetype", "PKCS12", "-validity", "2"));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static BizJar inner() {
        return BizJar.named("inner").starterWebmvc().source(SOURCE);
    }
}
