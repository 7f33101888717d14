package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.artifact.Announced;
import dev.berth.biz.BizName;
import dev.berth.control.InstallRequest;
import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base that stops while a biz hangs in its start. */
class StopIT {

    /** Says where the biz leave their signs; what they set as properties is put back when they close. */
    private static final String SIGNS = "berth-test.stop-signs";

    private static final String GOOD =
            """
            package com.example.good;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class Good {
                public static void main(String[] args) {
                    SpringApplication.run(Good.class, args);
                }
                @jakarta.annotation.PreDestroy
                void stopped() throws java.io.IOException {
                    java.nio.file.Files.createFile(java.nio.file.Path.of(System.getProperty("berth-test.stop-signs"), "stopped"));
                }
            }
            """;

    private static final String STUCK =
            """
            package com.example.stuck;
            public class Stuck {
                public static void main(String[] args) throws java.io.IOException {
                    long end = System.nanoTime() + 60_000_000_000L;
                    java.nio.file.Path hold = java.nio.file.Path.of(System.getProperty("berth-test.stop-signs"), "hold");
                    java.nio.file.Files.createFile(hold);
                    while (java.nio.file.Files.exists(hold) && System.nanoTime() < end) {
                        try {
                            Thread.sleep(20);
                        } catch (InterruptedException ignored) {
                        }
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void sayWhereToLeaveSigns() {
        System.setProperty(SIGNS, directory.toString());
    }

    @AfterEach
    void letGo() throws IOException {
        Files.deleteIfExists(directory.resolve("hold"));
        System.clearProperty(SIGNS);
    }

    @Test
    void closeWhenAnOperationDoesNotEndStillClosesTheOthers() throws Exception {
        // Given
        RunningBase base = RunningBase.start(directory.resolve("home"), "--berth.biz.drain-timeout=200ms");
        Path good = BizJar.named("good").source(GOOD).starterWebmvc().stock(directory);
        assertThat(base.install(good).problem()).isEmpty();
        begin(base, BizJar.named("stuck").source(STUCK).starterWebmvc().stock(directory));
        assertThat(Eventually.holds(() -> Files.exists(directory.resolve("hold"))))
                .isTrue();
        assertThat(Eventually.holds(() -> Files.exists(base.home().resolve("base.json"))))
                .isTrue();
        // When
        base.close();
        // Then
        assertThat(directory.resolve("stopped")).exists();
        // What hangs may be known as held by its own thread, but nothing runs
        assertThat(base.registry().running(new BizName("good"))).isEmpty();
        assertThat(base.registry().running(new BizName("stuck"))).isEmpty();
        assertThat(base.home().resolve("base.json")).doesNotExist();
    }

    private static void begin(RunningBase base, Path jar) throws Exception {
        try (InputStream content = Files.newInputStream(jar)) {
            base.control()
                    .install(new InstallRequest(
                            base.control().upload(content, Announced.nothing()),
                            Optional.of(jar.getFileName().toString()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }
}
