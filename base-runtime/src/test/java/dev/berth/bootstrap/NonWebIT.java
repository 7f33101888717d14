package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import dev.berth.testing.LogLines;
import dev.berth.testing.Threads;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A biz without a web part: it runs, it ticks, and it is gone when it is uninstalled. */
class NonWebIT {

    private static final String SOURCE =
            """
            package com.example.ticker;
            import org.slf4j.*;
            import org.springframework.boot.*;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.scheduling.annotation.*;
            @SpringBootApplication
            @EnableScheduling
            public class Ticker {
                private static final Logger logger = LoggerFactory.getLogger("ticker");
                public static void main(String[] args) {
                    SpringApplication.run(Ticker.class, args);
                }
                @Scheduled(fixedRate = 20)
                void tick() {
                    logger.info("tick");
                }
                @Bean
                CommandLineRunner runner() {
                    return arguments -> logger.info("runner with {} arguments", arguments.length);
                }
            }
            """;

    private final RunningBase base = RunningBase.shared();

    @AfterEach
    void uninstallAll() {
        base.uninstallAll();
    }

    @Test
    void uninstallWhenBizTicksStopsItsThread(@TempDir Path directory) throws InterruptedException {
        // Given
        Path jar = BizJar.named("ticker")
                .starter("spring-boot-starter")
                .source(SOURCE)
                .resource("application.yaml", "spring.task.scheduling.thread-name-prefix: ticker-")
                .stock(directory);
        try (LogLines lines = LogLines.capture()) {
            assertThat(base.install(jar).problem()).isEmpty();
            boolean ticked = Eventually.holds(() -> ticks(lines) > 2);
            boolean hadThread = !Threads.named("ticker-").isEmpty();
            ClassLoader loader = base.loader("ticker");
            // When
            base.uninstall("ticker");
            long ticks = ticks(lines);
            Thread.sleep(Duration.ofMillis(200).toMillis());
            // Then
            assertThat(lines.messages()).contains("runner with 0 arguments");
            assertThat(ticked).isTrue();
            assertThat(hadThread).isTrue();
            assertThat(ticks(lines)).isEqualTo(ticks);
            assertThat(Threads.named("ticker-")).isEmpty();
            assertThat(Threads.withContextLoader(loader)).isEmpty();
            assertThat(base.server().contextPaths()).isEmpty();
        }
    }

    private static long ticks(LogLines lines) {
        return lines.messages().stream().filter("tick"::equals).count();
    }
}
