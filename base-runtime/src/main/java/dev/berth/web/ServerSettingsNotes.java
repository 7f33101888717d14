package dev.berth.web;

import dev.berth.lifecycle.BizStart;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Tells a biz, in its log, which of its settings are the base's matter and have no effect. */
final class ServerSettingsNotes {

    private static final Logger logger = LoggerFactory.getLogger(ServerSettingsNotes.class);

    /** What configures the biz's own context, which Spring Boot honours here as anywhere. */
    private static final Set<String> CONTEXT_SETTINGS = Set.of(
            "server.servlet.",
            "server.mime-mappings.",
            "server.tomcat.redirect-context-root",
            "server.tomcat.use-relative-redirects",
            "server.tomcat.resource.");

    private ServerSettingsNotes() {}

    static void log(ConfigurableEnvironment environment) {
        for (String key : overridden(environment)) {
            logger.warn("Setting '{}' has no effect: the base's server and its ports serve this biz", key);
        }
    }

    static Set<String> overridden(ConfigurableEnvironment environment) {
        Set<String> keys = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().equals(BizStart.PROPERTY_SOURCE)) {
                for (String key : enumerable.getPropertyNames()) {
                    if (belongsToServer(key)) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys;
    }

    private static boolean belongsToServer(String key) {
        boolean server = key.startsWith("server.") && CONTEXT_SETTINGS.stream().noneMatch(key::startsWith);
        return server || key.equals("management.server.port");
    }
}
