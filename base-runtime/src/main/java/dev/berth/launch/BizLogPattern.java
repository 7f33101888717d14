package dev.berth.launch;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the base's default log pattern show the biz of a line, and the keys of Berth's own lines.
 *
 * <p>Spring Boot's patterns leave a place for correlation; lines of the base application keep it empty. A base that sets that
 * pattern, or traces, keeps its own.
 */
public final class BizLogPattern implements EnvironmentPostProcessor, Ordered {

    static final String CORRELATION = "logging.pattern.correlation";
    private static final String BIZ = "%replace([%X{biz}:%X{bizVersion}] ){'^\\[:\\] $', ''}";
    /** The keys of Berth's own lines; the messages are constant, so that without them a line tells too little. */
    private static final String KEYS =
            "%replace(%replace(%logger|%kvp ){'(?s)^(?!dev[.]berth[.]).*', ''}){'^[^|]*[|] ?', ''}";

    static final String PATTERN = BIZ + KEYS;

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean free = !environment.containsProperty(CORRELATION)
                && !environment.getProperty("logging.expect-correlation-id", Boolean.class, false);
        if (free && environment.getProperty("berth.enabled", Boolean.class, true)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("berthLogPattern", Map.of(CORRELATION, PATTERN)));
        }
    }
}
