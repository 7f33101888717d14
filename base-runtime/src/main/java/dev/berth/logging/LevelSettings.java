package dev.berth.logging;

import dev.berth.lifecycle.BizStart;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * What a biz's settings say about its log.
 *
 * @param groups names of loggers by names of groups, Spring Boot's own among them
 * @param levels names of levels by names of loggers, groups resolved; the root's name is {@code ROOT}
 * @param ignored the settings that would change the base's set-up, in alphabetical order
 */
record LevelSettings(Map<String, List<String>> groups, Map<String, String> levels, Set<String> ignored) {

    /** The groups that Spring Boot defines, as its reference documentation lists them. */
    private static final Map<String, List<String>> BUILT_IN_GROUPS = Map.of(
            "web",
            List.of(
                    "org.springframework.core.codec",
                    "org.springframework.http",
                    "org.springframework.web",
                    "org.springframework.boot.actuate.endpoint.web",
                    "org.springframework.boot.web.servlet.ServletContextInitializerBeans"),
            "sql",
            List.of("org.springframework.jdbc.core", "org.hibernate.SQL", "org.jooq.tools.LoggerListener"));

    private static final Bindable<Map<String, String[]>> GROUPS = Bindable.mapOf(String.class, String[].class);

    // Spring Boot's own type, since it knows that YAML reads 'off' as false
    private static final Bindable<Map<String, LogLevel>> LEVELS = Bindable.mapOf(String.class, LogLevel.class);

    LevelSettings {
        groups = Map.copyOf(groups);
        levels = Map.copyOf(levels);
    }

    static LevelSettings of(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        Map<String, List<String>> groups = new HashMap<>(BUILT_IN_GROUPS);
        binder.bind("logging.group", GROUPS)
                .orElseGet(Map::of)
                .forEach((name, members) -> groups.put(name, List.of(members)));
        Map<String, String> levels = new HashMap<>();
        binder.bind("logging.level", LEVELS).orElseGet(Map::of).forEach((name, level) -> {
            for (String logger : groups.getOrDefault(name, List.of(name))) {
                levels.put(logger.equalsIgnoreCase("root") ? "ROOT" : logger, level.name());
            }
        });
        return new LevelSettings(groups, levels, ignored(environment));
    }

    private static Set<String> ignored(ConfigurableEnvironment environment) {
        Set<String> keys = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().equals(BizStart.PROPERTY_SOURCE)) {
                Arrays.stream(enumerable.getPropertyNames())
                        .filter(LevelSettings::changesTheSetUp)
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static boolean changesTheSetUp(String key) {
        return key.startsWith("logging.") && !key.startsWith("logging.level.") && !key.startsWith("logging.group.");
    }
}
