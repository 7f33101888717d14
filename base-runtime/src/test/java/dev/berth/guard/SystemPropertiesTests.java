package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemPropertiesTests {

    private final SystemProperties properties = new SystemProperties();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.awt.headless",
                "PID",
                "LOG_FILE",
                "LOGBACK_ROLLINGPOLICY_FILE_NAME_PATTERN",
                "polyglot.engine.WarnInterpreterOnly"
            })
    void whatSpringBootItselfSetsDoesNotMatter(String key) {
        assertThat(SystemProperties.matters(key)).isFalse();
    }

    @Test
    void countersOfPoolsDoNotMatter() {
        assertThat(SystemProperties.matters("com.zaxxer.hikari.pool_number")).isFalse();
    }

    @Test
    void changeTellsTheKeyAndNoValue() {
        assertThat(properties.change("db.password", null, "secret")).isEqualTo("system property 'db.password' (new)");
        assertThat(properties.change("db.password", "old", "secret"))
                .isEqualTo("system property 'db.password' (other value)");
        assertThat(properties.change("db.password", "old", null)).isEqualTo("system property 'db.password' (removed)");
    }
}
