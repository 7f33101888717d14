package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock Spring Boot jar, installed unchanged, used over HTTP, uninstalled and installed again. */
class StockJarIT {

    private static final String SOURCE =
            """
            package com.example.orders;
            import java.util.Map;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            @SpringBootApplication
            @RestController
            public class Orders {
                @GetMapping("/hello")
                Map<String, String> hello() {
                    return Map.of("text", "hello");
                }
                public static void main(String[] args) {
                    SpringApplication.run(Orders.class, args);
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @TempDir
    Path directory;

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void installUseUninstallAndInstallAgain() throws Exception {
        // Given
        Path jar = BizJar.named("orders")
                .version("1.0.0")
                .starterWebmvc()
                .source(SOURCE)
                .stock(directory);
        byte[] before = Files.readAllBytes(jar);
        for (int round = 0; round < 2; round++) {
            // When
            Operation installed = base.install(jar);
            HttpResponse<String> answer = base.get("/orders/hello");
            Operation uninstalled = base.uninstall("orders");
            // Then
            assertThat(installed.problem()).isEmpty();
            assertThat(installed.changed()).isTrue();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"text\":\"hello\"}");
            assertThat(uninstalled.problem()).isEmpty();
            assertThat(base.get("/orders/hello").statusCode()).isEqualTo(404);
            assertThat(base.server().contextPaths()).isEmpty();
        }
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }
}
