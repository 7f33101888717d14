package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.api.spi.SpiException;
import dev.berth.contracts.Held;
import dev.berth.contracts.PriceService;
import dev.berth.testing.Eventually;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the moment when a context begins to close nobody reaches its providers, whoever closes it and whoever still calls. */
class SpiEndIT {

    private static final String SITE =
            """
            package com.example.site;
            import dev.berth.api.spi.*;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.SpringBootConfiguration;
            import org.springframework.context.ConfigurableApplicationContext;
            import org.springframework.context.annotation.Bean;
            @SpringBootConfiguration(proxyBeanMethods = false)
            public class Site {
                public static ConfigurableApplicationContext context;
                public static void main(String[] args) {
                    context = SpringApplication.run(Site.class, args);
                }
                @Bean
                @SpiProvider(id = "drf")
                Prices prices() {
                    return new Prices();
                }
                static class Prices implements PriceService, AutoCloseable {
                    private volatile boolean closed;
                    @Override
                    public Price price(String article) {
                        if (closed) {
                            return new Price("stale", 0);
                        }
                        if (article.equals("long")) {
                            Held.between.run();
                        }
                        return new Price("site", 1);
                    }
                    @Override
                    public String contextLoader() {
                        return "";
                    }
                    @Override
                    public void close() {
                        closed = true;
                        Held.closing.run();
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();

    @AfterEach
    void reset() {
        Held.between = () -> {};
        Held.closing = () -> {};
    }

    @Test
    void callOfATreeThatOutlivesTheDrainIsToldSoWhileTheContextCloses() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"), "--berth.biz.drain-timeout=300ms")) {
            // Given
            install(base);
            PriceService byId = SpiBase.desk(base).byParameter;
            PriceService sole = SpiBase.desk(base).prices;
            Held.between = () -> {
                await(closing);
                answers.add(ask(byId, "tea"));
                answers.add(ask(sole, "tea"));
                asked.countDown();
            };
            Held.closing = () -> {
                closing.countDown();
                await(asked);
            };
            Thread caller = new Thread(() -> answers.add(ask(byId, "long")), "outlives");
            caller.start();
            assertThat(Eventually.holds(() -> base.revision("site-a").calls().count() == 1))
                    .isTrue();
            // When
            assertThat(base.uninstall("site-a").problem()).isEmpty();
            caller.join();
            // Then
            String gone = "this call began on version '1' of biz 'site-a', which has been stopped";
            assertThat(answers)
                    .hasSize(3)
                    .first()
                    .asString()
                    .contains("ProviderGoneException")
                    .endsWith(gone);
            assertThat(answers)
                    .element(1)
                    .asString()
                    .contains("ProviderGoneException")
                    .endsWith(gone);
            assertThat(answers).element(2).isEqualTo("site");
            assertThat(ask(sole, "tea")).isEqualTo("base");
        }
    }

    @Test
    void callOfABizThatClosesItsOwnContextIsToldSo() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            install(base);
            PriceService byId = SpiBase.desk(base).byParameter;
            assertThat(ask(byId, "tea")).isEqualTo("site");
            Held.closing = () -> answers.add(ask(byId, "tea"));
            // When
            ((Closeable) base.loader("site-a")
                            .loadClass("com.example.site.Site")
                            .getField("context")
                            .get(null))
                    .close();
            // Then
            assertThat(answers)
                    .singleElement()
                    .asString()
                    .contains("ProviderGoneException")
                    .endsWith("version '1' of biz 'site-a', which is active now, has closed it");
            assertThat(ask(SpiBase.desk(base).prices, "tea")).isEqualTo("base");
        }
    }

    private void install(RunningBase base) {
        assertThat(base.install(SpiBiz.once(directory, "site-a", "1", SITE)).problem())
                .isEmpty();
    }

    private static String ask(PriceService service, String article) {
        try {
            return service.price(article).maker();
        } catch (SpiException told) {
            return told.toString();
        } catch (Exception failure) {
            return "failed: " + failure;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
