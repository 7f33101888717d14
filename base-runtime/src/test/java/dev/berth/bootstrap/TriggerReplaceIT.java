package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import dev.berth.testing.BizJar;
import dev.berth.testing.Broker;
import dev.berth.testing.Eventually;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scheduled work, messages and asynchronous work of real biz, across a replace and a rollback. */
class TriggerReplaceIT {

    /** Where a biz notes what it does: lines of the JVM, which every revision sees. */
    private static final String NOTES = "trigger-notes";

    private static final Duration TICK = Duration.ofMillis(200);

    private static final String TICKER =
            """
            package com.example.ticker;
            import java.util.Queue;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.scheduling.annotation.*;
            @SpringBootApplication
            @EnableScheduling
            public class Ticker {
                @Value("${version}")
                private String version;
                public static void main(String[] args) {
                    SpringApplication.run(Ticker.class, args);
                }
                @Scheduled(fixedRate = 200)
                void tick() throws InterruptedException {
                    long begin = System.nanoTime();
                    Thread.sleep(20);
                    note("tick " + version + " " + begin + " " + System.nanoTime());
                }
                @SuppressWarnings("unchecked")
                private static void note(String line) {
                    ((Queue<String>) System.getProperties().get("trigger-notes")).add(line);
                }
            }
            """;

    private static final String ORDERS =
            """
            package com.example.orders;
            import java.util.Queue;
            import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.jms.annotation.JmsListener;
            import jakarta.jms.ConnectionFactory;
            @SpringBootApplication
            public class Orders {
                @Value("${version}")
                private String version;
                public static void main(String[] args) {
                    SpringApplication.run(Orders.class, args);
                }
                @Bean
                ConnectionFactory connectionFactory() {
                    return new ActiveMQConnectionFactory("vm://42");
                }
                @JmsListener(destination = "replaced")
                @SuppressWarnings("unchecked")
                void order(String text) {
                    ((Queue<String>) System.getProperties().get("trigger-notes")).add(version + " " + text);
                }
            }
            """;

    private static final String MAILER =
            """
            package com.example.mailer;
            import java.util.Queue;
            import org.springframework.beans.factory.annotation.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
            import org.springframework.context.annotation.Bean;
            import org.springframework.core.task.SimpleAsyncTaskExecutor;
            import org.springframework.scheduling.annotation.*;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @EnableAsync
            @RestController
            public class Mailer {
                @Autowired
                private Post post;
                public static void main(String[] args) {
                    SpringApplication.run(Mailer.class, args);
                }
                /** Does not wait for its tasks when the context closes. */
                @Bean
                @ConditionalOnProperty("mailer.careless")
                SimpleAsyncTaskExecutor applicationTaskExecutor() {
                    return new SimpleAsyncTaskExecutor();
                }
                @PostMapping("/mail")
                String mail() {
                    post.send();
                    return "accepted";
                }
                @Component
                public static class Post {
                    @Value("${version}")
                    private String version;
                    @Async
                    @SuppressWarnings("unchecked")
                    public void send() {
                        String end = "sent";
                        try {
                            Thread.sleep(1500);
                        } catch (InterruptedException interrupted) {
                            end = "interrupted";
                        }
                        ((Queue<String>) System.getProperties().get("trigger-notes")).add(version + " " + end);
                    }
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();
    private final Queue<String> notes = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void offerNotes() {
        System.getProperties().put(NOTES, notes);
    }

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
        System.getProperties().remove(NOTES);
    }

    @Test
    void scheduledMethodRunsOnOneRevisionAtATimeWithoutAGap() {
        // Given
        BizJar ticker = BizJar.named("ticker").starter("spring-boot-starter").source(TICKER);
        install(ticker, "1");
        Eventually.holds(() -> notes.size() > 2);
        // When
        install(ticker, "2");
        Eventually.holds(
                () -> notes.stream().filter(note -> note.startsWith("tick 2")).count() > 2);
        assertThat(base.await(base.control().rollback(new BizName("ticker"))).problem())
                .isEmpty();
        int before = notes.size();
        Eventually.holds(() -> notes.size() > before + 2);
        // Then
        List<Tick> ticks = notes.stream().map(Tick::parse).toList();
        assertThat(turns(ticks)).containsExactly("1", "2", "1");
        for (int next = 1; next < ticks.size(); next++) {
            assertThat(ticks.get(next).begin())
                    .isGreaterThanOrEqualTo(ticks.get(next - 1).end());
            assertThat(ticks.get(next).begin() - ticks.get(next - 1).begin())
                    .as("from tick %s to the next", next - 1)
                    .isLessThan(TICK.multipliedBy(2).toNanos());
        }
    }

    @Test
    void uninstallAfterAReplaceAndARollbackLeavesNoLoader() {
        // Given
        BizJar ticker = BizJar.named("ticker").starter("spring-boot-starter").source(TICKER);
        install(ticker, "1");
        WeakReference<ClassLoader> first = new WeakReference<>(base.loader("ticker"));
        install(ticker, "2");
        Eventually.holds(() -> notes.stream().anyMatch(note -> note.startsWith("tick 2")));
        base.await(base.control().rollback(new BizName("ticker")));
        // When
        base.uninstall("ticker");
        // Then
        assertThat(notes).anyMatch(note -> note.startsWith("tick 1"));
        assertThat(Eventually.collected(first)).isTrue();
    }

    private static List<String> turns(List<Tick> ticks) {
        List<String> turns = new ArrayList<>();
        for (Tick tick : ticks) {
            if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(tick.version())) {
                turns.add(tick.version());
            }
        }
        return turns;
    }

    @Test
    void messagesAreHandledOnceEachWhileRevisionsTakeTurns() throws InterruptedException {
        // Given
        List<String> texts = IntStream.range(0, 2000).mapToObj(String::valueOf).toList();
        try (Broker broker = Broker.start(42)) {
            BizJar orders = BizJar.named("orders")
                    .starter("spring-boot-starter-jms")
                    .starter("artemis-jakarta-server")
                    .source(ORDERS);
            install(orders, "1");
            Thread sender = new Thread(() -> texts.forEach(text -> send(broker, text)));
            sender.start();
            Eventually.holds(() -> notes.size() > 50);
            // When
            install(orders, "2");
            Eventually.holds(
                    () -> notes.stream().filter(note -> note.startsWith("2 ")).count() > 50);
            assertThat(base.await(base.control().rollback(new BizName("orders")))
                            .problem())
                    .isEmpty();
            long byFirst = handledBy("1");
            sender.join();
            boolean all = Eventually.holds(() -> notes.size() >= texts.size());
            // Then
            assertThat(all).as("%s of %s", notes.size(), texts.size()).isTrue();
            assertThat(notes.stream().map(note -> note.substring(2))).containsExactlyInAnyOrderElementsOf(texts);
            assertThat(handledBy("2")).isPositive();
            assertThat(handledBy("1")).isGreaterThan(byFirst);
            assertThat(Eventually.holds(() -> broker.left("replaced") == 0)).isTrue();
            base.uninstall("orders");
        }
    }

    private static void send(Broker broker, String text) {
        broker.send("replaced", text);
        try {
            Thread.sleep(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private long handledBy(String version) {
        return notes.stream().filter(note -> note.startsWith(version + " ")).count();
    }

    @Test
    void asynchronousWorkHandedOverRightBeforeAReplaceIsDone() {
        // Given
        BizJar mailer = BizJar.named("mailer").starterWebmvc().source(MAILER);
        install(mailer, "1");
        Revision first = base.revision("mailer");
        Path second = jar(mailer, "2");
        Thread caller = new Thread(() -> {
            for (int call = 0; call < 20; call++) {
                post();
            }
        });
        // When
        caller.start();
        Operation replaced = base.install(second);
        post();
        boolean aside = Eventually.holds(() -> first.state() instanceof RevisionState.Standby);
        long byFirst = handledBy("1");
        // Then
        assertThat(replaced.problem()).isEmpty();
        assertThat(aside).isTrue();
        assertThat(Eventually.holds(() -> notes.size() == 21)).as("%s", notes).isTrue();
        assertThat(handledBy("1"))
                .as("nothing of it was left when it was put aside")
                .isEqualTo(byFirst);
        assertThat(notes).allMatch(note -> note.endsWith(" sent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"careful", "careless"})
    void asynchronousWorkHandedOverRightBeforeAnUninstallIsDone(String executor) {
        // Given
        BizJar mailer = BizJar.named("mailer").starterWebmvc().source(MAILER);
        Path jar = mailer.version("1")
                .resource("application.yaml", "version: 1\nmailer." + executor + ": true")
                .stock(directory);
        assertThat(base.install(jar).problem()).isEmpty();
        post();
        // When
        base.uninstall("mailer");
        // Then
        assertThat(notes).containsExactly("1 sent");
    }

    private void post() {
        assertThat(base.send(HttpRequest.newBuilder(base.uri("/mailer/mail"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .body())
                .isEqualTo("accepted");
    }

    private void install(BizJar biz, String version) {
        assertThat(base.install(jar(biz, version)).problem()).isEmpty();
    }

    private Path jar(BizJar biz, String version) {
        return biz.version(version)
                .resource("application.yaml", "version: '" + version + "'")
                .stock(directory);
    }

    private record Tick(String version, long begin, long end) {

        static Tick parse(String note) {
            String[] parts = note.split(" ", -1);
            return new Tick(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        }
    }
}
