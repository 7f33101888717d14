package dev.berth.application;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Tells the settings of the base apart from the facts about its JVM and machine.
 *
 * <p>A biz may read the facts. What configures a Spring application belongs to the base, since it was given to its
 * process: all system properties but those that describe the JVM, and the environment variables that Spring Boot binds
 * to its own keys.
 */
final class BaseSettings {

    private static final Set<String> JVM_PREFIXES =
            Set.of("java.", "jdk.", "sun.", "os.", "user.", "file.", "path.", "line.", "native.", "stdout.", "stderr.");

    private static final Set<String> SPRING_VARIABLES =
            Set.of("SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "BERTH_", "DEBUG", "TRACE");

    private BaseSettings() {}

    static Properties jvmProperties() {
        Properties facts = new Properties();
        Properties all = System.getProperties();
        for (String key : all.stringPropertyNames()) {
            String value = all.getProperty(key);
            if (value != null && JVM_PREFIXES.stream().anyMatch(key::startsWith)) {
                facts.setProperty(key, value);
            }
        }
        return facts;
    }

    static Map<String, Object> environment() {
        Map<String, Object> facts = new LinkedHashMap<>();
        System.getenv().forEach((key, value) -> {
            if (!belongsToSpring(key)) {
                facts.put(key, value);
            }
        });
        return facts;
    }

    static boolean belongsToSpring(String variable) {
        String name = variable.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return SPRING_VARIABLES.stream()
                .anyMatch(prefix -> prefix.endsWith("_") ? name.startsWith(prefix) : name.equals(prefix));
    }
}
