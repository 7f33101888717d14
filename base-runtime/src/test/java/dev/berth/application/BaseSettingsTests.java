package dev.berth.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_PROFILES_ACTIVE",
                "spring_datasource_url",
                "SERVER_PORT",
                "server.port",
                "MANAGEMENT_SERVER_PORT",
                "LOGGING_LEVEL_ROOT",
                "BERTH_HOME",
                "DEBUG",
                "TRACE"
            })
    void whatSpringBindsToItsOwnKeysBelongsToTheBase(String variable) {
        assertThat(BaseSettings.belongsToSpring(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "DB_PASSWORD", "SPRINGFIELD", "SERVERS", "DEBUGGER"})
    void otherVariablesMayBeRead(String variable) {
        assertThat(BaseSettings.belongsToSpring(variable)).isFalse();
    }

    @Test
    void systemPropertiesThatDescribeTheJvmMayBeReadAndNoOthers() {
        // Given
        System.setProperty("greeting.of.the.base", "hello");
        try {
            // Then
            assertThat(BaseSettings.jvmProperties())
                    .containsKeys("java.version", "user.home", "os.name")
                    .doesNotContainKey("greeting.of.the.base");
        } finally {
            System.clearProperty("greeting.of.the.base");
        }
    }
}
