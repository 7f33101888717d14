package dev.berth.logging;

import dev.berth.leak.cleaner.Cleaner;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Keeps the logs of biz apart.
 *
 * <p>A biz shares the base's logging library, so its own set-up must not reach it. Instead every line that is logged on a
 * thread of a biz carries its name and version, also goes to {@code logs/<name>.log} in the home, and obeys the
 * {@code logging.level} settings of that biz alone. This needs Logback; with another library lines go to the base's log
 * as they are, which is said once.
 */
public final class BizLogging implements LifecycleParticipant {

    private static final Logger logger = LoggerFactory.getLogger(BizLogging.class);

    private final LogBackend backend;

    private BizLogging(LogBackend backend) {
        this.backend = backend;
    }

    /**
     * Sets up the logs of a base.
     *
     * @param directory where the log of each biz goes
     */
    public static BizLogging install(Path directory) {
        String library = LoggerFactory.getILoggerFactory().getClass().getName();
        if (library.equals("ch.qos.logback.classic.LoggerContext")) {
            return new BizLogging(LogbackBackend.install(directory));
        }
        logger.warn(
                "The base logs with '{}': biz have no logs and levels of their own, which Logback would allow",
                library);
        return new BizLogging(LogBackend.NONE);
    }

    /** Returns what finds the parts of a biz in the base's logging library. */
    public Cleaner cleaner() {
        return backend.cleaner();
    }

    /** Takes back what was set up in the base's logging library. */
    public void uninstall() {
        backend.uninstall();
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        backend.open(revision.id());
        backend.watch(revision);
        start.onEnvironment(environment -> apply(revision, environment));
        if (backend.hasLevels()) {
            start.onContext(context -> registerSystem(revision, context));
        }
    }

    /** What Spring Boot's own listener, which would set up the base's library anew, registers for the actuator. */
    private void registerSystem(Revision revision, ConfigurableApplicationContext context) {
        LevelSettings settings = LevelSettings.of(context.getEnvironment());
        LoggingSystem base = LoggingSystem.get(BizLogging.class.getClassLoader());
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton(
                LoggingApplicationListener.LOGGING_SYSTEM_BEAN_NAME,
                new BizLoggingSystem(base, settings.levels(), levels -> backend.levels(revision.id(), levels)));
        beans.registerSingleton(
                LoggingApplicationListener.LOGGER_GROUPS_BEAN_NAME, new LoggerGroups(settings.groups()));
    }

    private void apply(Revision revision, ConfigurableEnvironment environment) {
        LevelSettings settings = LevelSettings.of(environment);
        backend.levels(revision.id(), settings.levels());
        for (String key : settings.ignored()) {
            logger.warn("Setting '{}' has no effect: a biz logs through the base's set-up", key);
        }
    }

    @Override
    public void release(Revision revision) {
        backend.unwatch(revision);
        backend.close(revision.id());
    }
}
