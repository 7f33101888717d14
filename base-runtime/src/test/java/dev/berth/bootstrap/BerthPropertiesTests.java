package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class BerthPropertiesTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void defaults() {
        // When
        BerthProperties properties = BerthProperties.of(environment);
        // Then
        assertThat(properties)
                .isEqualTo(new BerthProperties(
                        true,
                        "",
                        new BerthProperties.Admin(8081, "127.0.0.1"),
                        new BerthProperties.Biz(
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5),
                                Optional.empty()),
                        new BerthProperties.Standby(1, Duration.ofMinutes(10), 0.85),
                        new BerthProperties.Shutdown(Duration.ofSeconds(30)),
                        new BerthProperties.Web(false),
                        new BerthProperties.Leak(10, Duration.ofSeconds(10), Duration.ofSeconds(1), 0.1),
                        new BerthProperties.Export(Set.of(), Set.of(), Set.of())));
    }

    @Test
    void everyKeyIsRead() {
        // Given
        environment
                .withProperty("berth.admin.port", "9")
                .withProperty("berth.admin.address", "::1")
                .withProperty("berth.biz.start-deadline", "5s")
                .withProperty("berth.biz.drain-timeout", "1m")
                .withProperty("berth.biz.interrupt-grace", "300ms")
                .withProperty("berth.biz.max-concurrent", "7")
                .withProperty("berth.shutdown.grace", "7s")
                .withProperty("berth.standby.max", "2")
                .withProperty("berth.standby.keep", "3s")
                .withProperty("berth.standby.memory-threshold", "0.5")
                .withProperty("berth.web.try-header", "true")
                .withProperty("berth.leak.budget", "0")
                .withProperty("berth.leak.verify-within", "4s")
                .withProperty("berth.leak.gc-interval", "50ms")
                .withProperty("berth.leak.gc-share", "0.5")
                .withProperty("berth.export.libraries", "com.acme:contracts")
                .withProperty("berth.export.packages", "com.acme.a,com.acme.b")
                .withProperty("berth.export.beans", "prices,com.acme.*");
        // Then
        assertThat(BerthProperties.of(environment))
                .isEqualTo(new BerthProperties(
                        true,
                        "",
                        new BerthProperties.Admin(9, "::1"),
                        new BerthProperties.Biz(
                                Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMillis(300), Optional.of(7)),
                        new BerthProperties.Standby(2, Duration.ofSeconds(3), 0.5),
                        new BerthProperties.Shutdown(Duration.ofSeconds(7)),
                        new BerthProperties.Web(true),
                        new BerthProperties.Leak(0, Duration.ofSeconds(4), Duration.ofMillis(50), 0.5),
                        new BerthProperties.Export(
                                Set.of("com.acme:contracts"),
                                Set.of("com.acme.a", "com.acme.b"),
                                Set.of("prices", "com.acme.*"))));
    }

    @Test
    void keyThatDoesNotExistIsAnError() {
        // Given
        environment.withProperty("berth.admn.port", "9");
        // Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> BerthProperties.of(environment))
                .withMessageContaining("berth.admn.port")
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.INVALID_SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.001", "1.1", "-1", "NaN"})
    void shareOfTheCollectionsThatIsNoneIsAnError(String share) {
        // Given
        environment.withProperty("berth.leak.gc-share", share);
        // Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> BerthProperties.of(environment))
                .extracting(BerthException::code)
                .isEqualTo(ErrorCode.INVALID_SETTINGS);
    }

    @Test
    void pageListsEveryKeyWithItsDefault() throws IOException {
        assertThat(Files.readString(Path.of("../docs/operations.md")))
                .contains(
                        "| `berth.enabled` | `true` |",
                        "| `berth.home` | `~/.berth` |",
                        "| `berth.admin.port` | `8081` |",
                        "| `berth.admin.address` | `127.0.0.1` |",
                        "| `berth.biz.start-deadline` | `60s` |",
                        "| `berth.biz.drain-timeout` | `30s` |",
                        "| `berth.biz.interrupt-grace` | `5s` |",
                        "| `berth.biz.max-concurrent` | three quarters of the server's threads |",
                        "| `berth.standby.max` | `1` |",
                        "| `berth.standby.keep` | `10m` |",
                        "| `berth.standby.memory-threshold` | `0.85` |",
                        "| `berth.web.try-header` | `false` |",
                        "| `berth.leak.budget` | `10` |",
                        "| `berth.leak.verify-within` | `10s` |",
                        "| `berth.leak.gc-interval` | `1s` |",
                        "| `berth.leak.gc-share` | `0.1` |",
                        "| `berth.export.libraries` | none |",
                        "| `berth.export.packages` | none |");
    }
}
