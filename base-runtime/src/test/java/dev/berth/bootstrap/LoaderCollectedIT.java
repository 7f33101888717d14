package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
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

    /** Two of these wait for each other; then the first asks Spring for a type of its own, and the second for an equal one. */
    private static final String ASKING =
            """
            package com.example.asking;
            import java.io.InputStream;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.core.ResolvableType;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Asking {
                static ResolvableType answer;
                public Class<?> type() {
                    return Asking.class;
                }
                public static void main(String[] args) throws Exception {
                    Path meeting = Path.of(read("/meeting.txt"));
                    boolean first = read("/first.txt").equals("true");
                    Files.createFile(meeting.resolve(first ? "first" : "second"));
                    await(meeting.resolve(first ? "second" : "asked"));
                    answer = ResolvableType.forMethodReturnType(Asking.class.getMethod("type"));
                    if (first) {
                        Files.createFile(meeting.resolve("asked"));
                    }
                    SpringApplication.run(Asking.class, args);
                }
                private static void await(Path file) throws Exception {
                    while (Files.notExists(file)) {
                        Thread.sleep(5);
                    }
                }
                private static String read(String name) throws Exception {
                    try (InputStream in = Asking.class.getResourceAsStream(name)) {
                        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
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

    @Test
    void uninstallWhenAnotherAskedForAnEqualTypeWhileBothStartedFreesItsLoader(@TempDir Path directory)
            throws Exception {
        // Given
        Path first = asking(directory, true);
        Path second = asking(directory, false);
        Thread beside = new Thread(() -> base.install(second));
        beside.start();
        assertThat(base.install(first).problem()).isEmpty();
        beside.join();
        assertThat(base.registry().active(new BizName("asking-second"))).isPresent();
        // When
        Operation uninstall = base.uninstall("asking-first");
        // Then
        assertThat(uninstall.loaders()).singleElement().satisfies(loader -> assertThat(loader.outcome())
                .isEqualTo("collected"));
    }

    private static Path asking(Path directory, boolean first) {
        return BizJar.named(first ? "asking-first" : "asking-second")
                .starterWebmvc()
                .source(ASKING)
                .resource("meeting.txt", directory.toString())
                .resource("first.txt", String.valueOf(first))
                .slim(directory);
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
