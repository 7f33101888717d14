package dev.berth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ServerSettingsNotesTests {

    @Test
    void overriddenNamesWhatIsTheBasesMatter() {
        assertThat(ServerSettingsNotes.overridden(environment(Map.of(
                        "server.port", "1",
                        "server.tomcat.threads.max", "2",
                        "server.ssl.enabled", "true",
                        "management.server.port", "3",
                        "spring.application.name", "shop"))))
                .containsExactly(
                        "management.server.port", "server.port", "server.ssl.enabled", "server.tomcat.threads.max");
    }

    @Test
    void overriddenPassesOverWhatConfiguresTheBizsOwnContext() {
        assertThat(ServerSettingsNotes.overridden(environment(Map.of(
                        "server.servlet.context-path", "/shop",
                        "server.servlet.session.timeout", "5m",
                        "server.mime-mappings.wasm", "application/wasm",
                        "server.tomcat.redirect-context-root", "false",
                        "server.tomcat.resource.allow-caching", "false"))))
                .isEmpty();
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", properties));
        return environment;
    }
}
