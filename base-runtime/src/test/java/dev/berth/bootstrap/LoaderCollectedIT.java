package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a biz is uninstalled, the garbage collector takes its loader, soft references or not. */
class LoaderCollectedIT {

    private static final String SOURCE =
            """
            package com.example.orders;
            import java.time.*;
            import java.util.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.context.properties.*;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.event.EventListener;
            import org.springframework.scheduling.annotation.*;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @EnableScheduling
            @EnableAsync
            @EnableConfigurationProperties(Orders.Settings.class)
            @RestController
            public class Orders {
                record Order(@jakarta.validation.constraints.NotBlank String id, LocalDate day) {}
                @ConfigurationProperties("orders")
                record Settings(Duration patience, List<String> names) {}
                interface Repository<T> {}
                static class Orderly implements Repository<Order> {
                    @EventListener
                    public void on(Order order) {}
                }
                @Bean
                public Repository<Order> repository() {
                    return new Orderly();
                }
                @Bean
                String named(Repository<Order> repository, Settings settings) {
                    return repository().toString() + settings;
                }
                @Scheduled(fixedRate = 10)
                void tick() {}
                private final List<Order> orders = new ArrayList<>();
                public static void main(String[] args) {
                    SpringApplication.run(Orders.class, args);
                }
                @GetMapping("/orders")
                List<Order> all(jakarta.servlet.http.HttpSession session) {
                    session.setAttribute("orders", orders);
                    return orders;
                }
                @PostMapping("/orders")
                Order add(@jakarta.validation.Valid @RequestBody Order order) {
                    orders.add(order);
                    return order;
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void uninstallWhenBizWasUsedFreesItsLoader(@TempDir Path directory) {
        // Given
        Path jar = BizJar.named("collected")
                .starterWebmvc()
                .starter("spring-boot-starter-validation")
                .starter("spring-boot-starter-actuator")
                .source(SOURCE)
                .resource("application.yaml", "orders: {patience: 5s, names: [a, b]}")
                .stock(directory);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            assertThat(base.install(jar).problem()).isEmpty();
            loaders.add(new WeakReference<>(base.loader("collected")));
            use();
            // When
            Operation uninstall = base.uninstall("collected");
            // Then
            assertThat(uninstall.problem()).isEmpty();
            assertThat(uninstall.loaders()).singleElement().satisfies(loader -> {
                assertThat(loader.outcome()).isEqualTo("collected");
                assertThat(loader.millis()).isBetween(1.0, 5_000.0);
            });
            assertThat(base.registry().held()).isEmpty();
        }
        // Then
        assertThat(loaders).allMatch(Eventually::collected);
    }

    private void use() {
        HttpRequest order = HttpRequest.newBuilder(base.uri("/collected/orders"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\":\"a\",\"day\":\"2026-01-01\"}"))
                .build();
        assertThat(base.send(order).statusCode()).isEqualTo(200);
        assertThat(base.get("/collected/orders").body()).isEqualTo("[{\"id\":\"a\",\"day\":\"2026-01-01\"}]");
        assertThat(base.get("/collected/nowhere").statusCode()).isEqualTo(404);
        assertThat(base.get("/collected/actuator/health").statusCode()).isEqualTo(200);
    }
}
