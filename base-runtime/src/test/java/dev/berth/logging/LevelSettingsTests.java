package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LevelSettingsTests {

    @Test
    void readWhenYamlHasTurnedOffIntoFalseTurnsOff() {
        assertThat(read(Map.of("logging.level.com.example", false, "logging.level.com.other", "off"))
                        .levels())
                .containsOnly(entry("com.example", "OFF"), entry("com.other", "OFF"));
    }

    @Test
    void readWhenLevelIsOfAGroupSetsItsMembers() {
        assertThat(read(Map.of(
                                "logging.group.shop[0]", "com.example.orders",
                                "logging.group.shop[1]", "com.example.bills",
                                "logging.group.mail", "com.example.out, com.example.in",
                                "logging.level.shop", "warn",
                                "logging.level.mail", "debug",
                                "logging.level.sql", "trace",
                                "logging.level.root", "error"))
                        .levels())
                .contains(
                        entry("com.example.orders", "WARN"),
                        entry("com.example.bills", "WARN"),
                        entry("com.example.out", "DEBUG"),
                        entry("com.example.in", "DEBUG"),
                        entry("org.hibernate.SQL", "TRACE"),
                        entry("ROOT", "ERROR"));
    }

    @Test
    void readWhenLevelDoesNotExistRefusesAsSpringBootDoes() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> read(Map.of("logging.level.com.example", "loud")))
                .withMessageContaining("logging.level");
    }

    @Test
    void readWhenSettingsWouldChangeTheSetUpNamesThem() {
        assertThat(read(Map.of("logging.file.name", "x.log", "logging.config", "y.xml", "logging.level.a", "info"))
                        .ignored())
                .containsExactly("logging.config", "logging.file.name");
    }

    private static LevelSettings read(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", properties));
        return LevelSettings.of(environment);
    }
}
