package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A base that ends while a loader is verified: in time, and with nothing half done for the next one. */
class VerificationEndIT {

    private static final String LONG = "--berth.leak.verify-within=5m";

    @TempDir
    private Path directory;

    @Test
    void stopDoesNotWaitForTheVerification() {
        // Given
        try (BaseProcess base = verifying()) {
            long begun = System.nanoTime();
            // When
            base.process().terminate();
            // Then
            base.process().awaitExit();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        }
    }

    @Test
    void killLeavesNothingForTheNextBase() {
        // Given
        try (BaseProcess base = verifying()) {
            // When
            base.process().kill();
        }
        // Then
        try (BaseProcess next = BaseProcess.defaultBase(directory.resolve("home"))) {
            assertThat(next.admin().names()).isEmpty();
            assertThat(next.admin().json("/v1/leaks").path("lingering")).isEmpty();
            JsonNode uninstall =
                    next.admin().json("/v1/operations").path("operations").path(0);
            assertThat(uninstall.path("kind").asString()).isEqualTo("uninstall");
            assertThat(uninstall.path("problem").path("code").asString()).isEqualTo("OPERATION_INTERRUPTED");
        }
    }

    private BaseProcess verifying() {
        BaseProcess base = BaseProcess.defaultBase(directory.resolve("home"), LONG);
        base.admin().install(LeakyJars.stuck("held", directory.resolve("never"), directory));
        base.admin().beginUninstall("held");
        assertThat(Eventually.holds(() -> base.admin()
                        .json("/v1/leaks")
                        .path("lingering")
                        .path(0)
                        .path("outcome")
                        .asString()
                        .equals("verifying")))
                .isTrue();
        return base;
    }
}
