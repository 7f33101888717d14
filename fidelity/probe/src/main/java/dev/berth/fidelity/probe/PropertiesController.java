package dev.berth.fidelity.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the property sources in their order, and the values that the application reads. */
@RestController
class PropertiesController {

    private final ConfigurableEnvironment environment;

    PropertiesController(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @GetMapping("/probe/properties")
    Map<String, Object> properties() {
        List<Map<String, Object>> sources = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            sources.add(
                    Map.of("name", source.getName(), "type", source.getClass().getName()));
            if (source instanceof EnumerablePropertySource<?> enumerable && !tellsOfTheProcess(source)) {
                for (String key : new TreeSet<>(List.of(enumerable.getPropertyNames()))) {
                    values.putIfAbsent(key, String.valueOf(environment.getProperty(key)));
                }
            }
        }
        return Map.of("sources", sources, "values", values);
    }

    /** Every process has others. */
    private static boolean tellsOfTheProcess(PropertySource<?> source) {
        return source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
                || source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }
}
