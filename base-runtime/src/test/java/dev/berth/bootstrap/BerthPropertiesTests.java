package dev.berth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BerthPropertiesTests {

    @Test
    void readWhenNothingIsSetHasTheDocumentedDefaults() {
        // When
        BerthProperties properties = read(Map.of());
        // Then
        assertThat(properties.enabled()).isTrue();
        assertThat(properties.admin()).isEqualTo(new BerthProperties.Admin(8081, "127.0.0.1"));
        assertThat(properties.biz()).isEqualTo(new BerthProperties.Biz(Duration.ofSeconds(60), Duration.ofSeconds(30)));
        assertThat(properties.export().libraries()).isEmpty();
        assertThat(properties.export().packages()).isEmpty();
    }

    @Test
    void readWhenAKeyIsUnknownNamesItAndTheRemedy() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> read(Map.of("berth.admn.port", "1", "berth.admin.prt", "2", "server.port", "3")))
                .withMessage("The base has no setting 'berth.admin.prt', 'berth.admn.port'")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_SETTINGS))
                .satisfies(refused -> assertThat(refused.remedy()).contains("docs/operations.md"));
    }

    @Test
    void readWhenAValueDoesNotFitNamesBoth() {
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> read(Map.of("berth.biz.start-deadline", "soon")))
                .withMessage("Value 'soon' of setting 'berth.biz.start-deadline' does not fit");
    }

    @Test
    void readTakesVariablesAndPassesOverThoseOfOtherPrograms() {
        // Given
        Map<String, Object> variables = Map.of("BERTH_ADMIN_PORT", "9081", "BERTH_TOKEN", "of the command line");
        // When
        BerthProperties properties = read(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        // Then
        assertThat(properties.admin().port()).isEqualTo(9081);
    }

    private static BerthProperties read(Map<String, Object> properties) {
        return read(new MapPropertySource("given", properties));
    }

    private static BerthProperties read(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(own -> environment.getPropertySources().remove(own.getName()));
        environment.getPropertySources().addFirst(source);
        return BerthProperties.of(environment);
    }
}
