package dev.berth.application;

import dev.berth.lifecycle.BizStart;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Gives a biz's environment the base's last word and takes the base's own settings out of it.
 *
 * <p>Runs before Spring Boot reads the biz's configuration files, since these are found by properties too.
 */
final class HostPropertiesListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private final Map<String, Object> properties;

    HostPropertiesListener(Map<String, Object> properties) {
        this.properties = properties;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        replace(
                sources,
                new PropertiesPropertySource(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, BaseSettings.jvmProperties()));
        replace(
                sources,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, BaseSettings.environment()));
        sources.addFirst(new MapPropertySource(BizStart.PROPERTY_SOURCE, properties));
    }

    private static void replace(MutablePropertySources sources, PropertySource<?> replacement) {
        if (sources.contains(replacement.getName())) {
            sources.replace(replacement.getName(), replacement);
        }
    }
}
