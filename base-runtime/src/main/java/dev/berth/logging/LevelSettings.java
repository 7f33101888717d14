package dev.berth.logging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * What a biz's settings say about its log.
 *
 * @param levels names of levels by names of loggers, groups resolved; the root's name is {@code ROOT}
 * @param ignored the settings that would change the base's set-up, in alphabetical order
 */
record LevelSettings(Map<String, String> levels, Set<String> ignored) {

    /** The groups that Spring Boot defines, as its reference documentation lists them. */
    private static final Map<String, String> BUILT_IN_GROUPS = Map.of(
            "web",
            "org.springframework.core.codec,org.springframework.http,org.springframework.web,"
                    + "org.springframework.boot.actuate.endpoint.web,"
                    + "org.springframework.boot.web.servlet.ServletContextInitializerBeans",
            "sql",
            "org.springframework.jdbc.core,org.hibernate.SQL,org.jooq.tools.LoggerListener");

    private static final Bindable<Map<String, String>> TEXTS = Bindable.mapOf(String.class, String.class);

    LevelSettings {
        levels = Map.copyOf(levels);
    }

    static LevelSettings of(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        Map<String, String> groups = new HashMap<>(BUILT_IN_GROUPS);
        groups.putAll(binder.bind("logging.group", TEXTS).orElseGet(Map::of));
        Map<String, String> levels = new HashMap<>();
        binder.bind("logging.level", TEXTS).orElseGet(Map::of).forEach((name, level) -> {
            for (String logger : members(groups, name)) {
                levels.put(logger.equalsIgnoreCase("root") ? "ROOT" : logger, level.toUpperCase(Locale.ROOT));
            }
        });
        return new LevelSettings(levels, ignored(environment));
    }

    private static List<String> members(Map<String, String> groups, String name) {
        String members = groups.get(name);
        return members == null
                ? List.of(name)
                : Arrays.stream(members.split(",", -1)).map(String::strip).toList();
    }

    private static Set<String> ignored(ConfigurableEnvironment environment) {
        Set<String> keys = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().equals("berth")) {
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
