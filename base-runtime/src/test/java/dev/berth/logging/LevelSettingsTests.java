package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LevelSettingsTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void levelsGroupsAndTheRootAreRead() {
        // Given
        environment
                .withProperty("logging.level.root", "warn")
                .withProperty("logging.level.com.acme", "DEBUG")
                .withProperty("logging.level.sql", "trace")
                .withProperty("logging.group.shop", "com.acme.cart, com.acme.till")
                .withProperty("logging.level.shop", "error");
        // Then
        assertThat(LevelSettings.of(environment).levels())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ROOT", "WARN",
                        "com.acme", "DEBUG",
                        "org.springframework.jdbc.core", "TRACE",
                        "org.hibernate.SQL", "TRACE",
                        "org.jooq.tools.LoggerListener", "TRACE",
                        "com.acme.cart", "ERROR",
                        "com.acme.till", "ERROR"));
    }

    @Test
    void whatWouldChangeTheSetUpIsIgnoredAndNamed() {
        // Given
        environment
                .withProperty("logging.file.name", "biz.log")
                .withProperty("logging.pattern.console", "%m")
                .withProperty("logging.level.root", "info");
        // Then
        assertThat(LevelSettings.of(environment).ignored())
                .isEqualTo(Set.of("logging.file.name", "logging.pattern.console"));
    }
}
