package dev.berth.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The logging system as a biz sees it: the base's loggers, with levels that only the biz's own threads obey.
 *
 * <p>Spring Boot's endpoint for loggers reads and sets levels through it. Safe for use by many threads.
 */
final class BizLoggingSystem extends LoggingSystem {

    private final LoggingSystem base;
    private final Map<String, LogLevel> levels = new ConcurrentHashMap<>();
    private final Consumer<Map<String, String>> apply;

    /**
     * Makes the system of a biz.
     *
     * @param base the system of the base
     * @param levels what the biz's settings say
     * @param apply takes all levels when one has changed: their names by names of loggers
     */
    BizLoggingSystem(LoggingSystem base, Map<String, String> levels, Consumer<Map<String, String>> apply) {
        this.base = base;
        this.apply = apply;
        levels.forEach((logger, level) -> this.levels.put(logger, LogLevel.valueOf(level)));
    }

    @Override
    public void beforeInitialize() {
        // The base has set up the library
    }

    @Override
    public Set<LogLevel> getSupportedLogLevels() {
        return base.getSupportedLogLevels();
    }

    @Override
    public void setLogLevel(@Nullable String loggerName, @Nullable LogLevel level) {
        String name = loggerName == null ? ROOT_LOGGER_NAME : loggerName;
        if (level == null) {
            levels.remove(name);
        } else {
            levels.put(name, level);
        }
        Map<String, String> names = new TreeMap<>();
        levels.forEach((logger, each) -> names.put(logger, each.name()));
        apply.accept(names);
    }

    @Override
    public List<LoggerConfiguration> getLoggerConfigurations() {
        Set<String> names = new TreeSet<>(levels.keySet());
        base.getLoggerConfigurations().forEach(each -> names.add(each.getName()));
        List<LoggerConfiguration> all = new ArrayList<>();
        for (String name : names) {
            LoggerConfiguration one = getLoggerConfiguration(name);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    @Override
    public @Nullable LoggerConfiguration getLoggerConfiguration(String loggerName) {
        LogLevel own = levels.get(loggerName);
        LogLevel nearest = nearest(loggerName);
        LoggerConfiguration ofBase = base.getLoggerConfiguration(loggerName);
        if (ofBase == null) {
            return own == null ? null : new LoggerConfiguration(loggerName, own, own);
        }
        return new LoggerConfiguration(
                loggerName,
                own == null ? ofBase.getConfiguredLevel() : own,
                nearest == null ? ofBase.getEffectiveLevel() : nearest);
    }

    private @Nullable LogLevel nearest(String loggerName) {
        String name = loggerName;
        while (true) {
            LogLevel level = levels.get(name);
            if (level != null) {
                return level;
            }
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return levels.get(ROOT_LOGGER_NAME);
            }
            name = name.substring(0, dot);
        }
    }
}
