package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.contracts.Held;
import dev.berth.control.Operation;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A policy that goes while a request for which it decided is still under way. */
@Timeout(120)
class SpiPolicyIT {

    private static final String SHOP =
            """
            package com.example.shop;
            import dev.berth.api.spi.DynamicInject;
            import dev.berth.contracts.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Shop {
                @DynamicInject PriceService prices;
                public static void main(String[] args) { SpringApplication.run(Shop.class, args); }
                @GetMapping("/slow")
                String slow() throws Exception {
                    String first = prices.price("tea").maker();
                    Held.between.run();
                    return first + " " + prices.price("tea").maker();
                }
            }
            """;

    @TempDir
    private Path directory;

    @AfterEach
    void reset() {
        Held.between = () -> {};
    }

    @Test
    void uninstallOfAPolicyWaitsForNoRequestThatItDecidedForAndBreaksNoneOff() throws Exception {
        try (RunningBase base = SpiBase.start(directory.resolve("home"))) {
            // Given
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Held.between = () -> {
                begun.countDown();
                await(goOn);
            };
            for (Path jar : List.of(
                    SpiBiz.provider(directory, "one", "1", "id = \"one\", priority = 1"),
                    SpiBiz.provider(directory, "two", "1", "id = \"two\""),
                    SpiBiz.policy(directory, "1", "two"),
                    shop())) {
                assertThat(base.install(jar).problem()).isEmpty();
            }
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(() -> base.get("/shop/slow").body());
            await(begun);
            // When
            long start = System.nanoTime();
            Operation uninstalled = base.uninstall("policy");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            goOn.countDown();
            // Then
            assertThat(uninstalled.problem()).isEmpty();
            assertThat(uninstalled.notes()).noneMatch(note -> note.message().contains("broken off"));
            assertThat(took).isLessThan(Duration.ofSeconds(25));
            assertThat(answer.get()).isEqualTo("two:1 one:1");
            assertThat(Eventually.holds(() -> base.revision("shop").calls().count() == 0))
                    .isTrue();
        }
    }

    private Path shop() {
        return BizJar.named("shop")
                .starterWebmvc()
                .compiledAgainst(SpiBiz.contracts())
                .compiledAgainstBizApi()
                .source(SHOP)
                .slim(directory);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException brokenOff) {
            throw new IllegalStateException("Broken off", brokenOff);
        }
    }
}
