package dev.berth.guard;

import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The properties of the JVM, less those that Spring Boot and its starters set in ordinary applications. */
final class SystemProperties implements SharedValue {

    /**
     * What a start of Spring Boot, its logging, its server or its pool of connections sets by itself. The logging of a base is
     * set up once, so that most of them come from the base alone; a biz with a server of its own, or that writes a PID file,
     * sets others. HikariCP's is a counter for all pools of the JVM, which must not go back; polyglot's Flyway sets before each
     * connection.
     */
    private static final Set<String> OF_SPRING_BOOT = Set.of(
            "java.awt.headless",
            "PID",
            "APPLICATION_NAME",
            "APPLICATION_GROUP",
            "LOGGED_APPLICATION_NAME",
            "LOGGED_APPLICATION_GROUP",
            "CONSOLE_LOG_CHARSET",
            "CONSOLE_LOG_PATTERN",
            "CONSOLE_LOG_THRESHOLD",
            "CONSOLE_LOG_STRUCTURED_FORMAT",
            "EXCEPTION_CONVERSION_WORD",
            "FILE_LOG_CHARSET",
            "FILE_LOG_PATTERN",
            "FILE_LOG_THRESHOLD",
            "FILE_LOG_STRUCTURED_FORMAT",
            "LOG_CORRELATION_PATTERN",
            "LOG_DATEFORMAT_PATTERN",
            "LOG_FILE",
            "LOG_LEVEL_PATTERN",
            "LOG_PATH",
            "catalina.base",
            "catalina.home",
            "catalina.useNaming",
            "com.zaxxer.hikari.pool_number",
            "java.naming.factory.initial",
            "java.naming.factory.url.pkgs",
            "java.protocol.handler.pkgs",
            "org.jboss.logging.provider",
            "polyglot.engine.WarnInterpreterOnly");

    private static final String LOGBACK = "LOGBACK_";

    /** Tells whether the property is looked after. */
    static boolean matters(String key) {
        return !OF_SPRING_BOOT.contains(key) && !key.startsWith(LOGBACK);
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Object key : System.getProperties().keySet()) {
            if (key instanceof String name && matters(name)) {
                keys.add(name);
            }
        }
        return keys;
    }

    @Override
    public @Nullable Object read(String key) {
        return System.getProperties().get(key);
    }

    @Override
    public void write(String key, @Nullable Object value) {
        Properties properties = System.getProperties();
        if (value == null) {
            properties.remove(key);
        } else {
            properties.put(key, value);
        }
    }

    @Override
    public boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(one, other);
    }

    @Override
    public boolean outlastsRevision() {
        return true;
    }

    @Override
    public String name(String key) {
        return "system property '" + key + "'";
    }

    /** Its value may be a password. */
    @Override
    public String change(String key, @Nullable Object from, @Nullable Object to) {
        if (to == null) {
            return name(key) + " (removed)";
        }
        return name(key) + (from == null ? " (new)" : " (other value)");
    }
}
