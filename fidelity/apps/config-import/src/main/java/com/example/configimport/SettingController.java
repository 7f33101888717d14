package com.example.configimport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PropertySource("classpath:old-style.properties")
class SettingController {

    private final ConfigurableEnvironment environment;
    private final Map<String, String> overrides = new ConcurrentHashMap<>();

    SettingController(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @GetMapping("/settings/{key}")
    String setting(@PathVariable String key) {
        return overrides.getOrDefault(key, environment.getProperty(key, "none"));
    }

    @PutMapping("/settings/{key}")
    void override(@PathVariable String key, @RequestBody String text) {
        overrides.put(key, environment.resolveRequiredPlaceholders(text));
    }

    /** Says in which file and line a setting stands. */
    @GetMapping("/origins/{key}")
    String origin(@PathVariable String key) {
        for (org.springframework.core.env.PropertySource<?> source : environment.getPropertySources()) {
            if (source.containsProperty(key) && source instanceof OriginLookup<?>) {
                return String.valueOf(OriginLookup.getOrigin(source, key));
            }
        }
        return "none";
    }
}
