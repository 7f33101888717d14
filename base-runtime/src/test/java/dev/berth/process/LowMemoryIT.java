package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import dev.berth.testing.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A base with a small heap that fills: its standby goes first, what is active serves on and never runs out of memory. */
class LowMemoryIT {

    private static final int BALLAST_MEGABYTES = 45;
    private static final int MOST_MEGABYTES = 100;

    private static final String SOURCE =
            """
            package com.example.hoard;
            import java.util.ArrayList;
            import java.util.List;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Hoard {
                private static final int CHUNK = 100_000;
                private static final int CHUNKS = 10;
                private final List<byte[]> kept = new ArrayList<>();
                public static void main(String[] args) {
                    SpringApplication.run(Hoard.class, args);
                }
                @GetMapping("/version")
                String version() {
                    return "%s";
                }
                @PostMapping("/keep")
                synchronized int keep(@RequestParam("megabytes") int megabytes) {
                    for (int i = 0; i < megabytes * CHUNKS; i++) {
                        kept.add(new byte[CHUNK]);
                    }
                    return kept.size();
                }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC"})
    void standbyIsStoppedWhenTheHeapFillsAndTheActiveVersionServesOn(String collector) {
        // Given
        List<String> small =
                List.of("-Xmx192m", collector, "-jar", BuiltJars.exec().toString());
        try (BaseProcess base = BaseProcess.start(directory.resolve("home"), small)) {
            install(base, "1");
            keep(base, BALLAST_MEGABYTES);
            install(base, "2");
            assertThat(Eventually.holds(() -> states(base).equals(List.of("2 ACTIVE", "1 STANDBY"))))
                    .isTrue();
            keep(base, BALLAST_MEGABYTES);
            // When
            boolean stopped = false;
            for (int megabyte = 0; megabyte < MOST_MEGABYTES && !stopped; megabyte++) {
                keep(base, 1);
                pause();
                stopped = states(base).equals(List.of("2 ACTIVE"));
            }
            // Then
            assertThat(stopped).isTrue();
            keep(base, BALLAST_MEGABYTES / 3);
            assertThat(base.get("/hoard/version").body()).isEqualTo("2");
            assertThat(base.process().output())
                    .contains("Memory is short: a revision on standby is stopped")
                    .doesNotContain("OutOfMemoryError");
        }
    }

    private void install(BaseProcess base, String version) {
        Path jar = BizJar.named("hoard")
                .version(version)
                .source(SOURCE.formatted(version))
                .starterWebmvc()
                .slim(directory);
        assertThat(base.admin().install(jar).statusCode()).isEqualTo(201);
    }

    private static void keep(BaseProcess base, int megabytes) {
        int status = base.business()
                .send(base.business()
                        .request("/hoard/keep?megabytes=" + megabytes)
                        .POST(BodyPublishers.noBody()))
                .statusCode();
        assertThat(status).isEqualTo(200);
    }

    /** The heap of a base fills in minutes, not in a moment: what is done about it takes some hundred milliseconds here. */
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
    }

    private static List<String> states(BaseProcess base) {
        return base.admin()
                .biz("hoard")
                .get("revisions")
                .valueStream()
                .map(LowMemoryIT::state)
                .toList();
    }

    private static String state(JsonNode revision) {
        return revision.get("version").asString() + " " + revision.get("state").asString();
    }
}
