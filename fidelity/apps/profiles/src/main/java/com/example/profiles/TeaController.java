package com.example.profiles;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TeaController {

    private final List<Tea> teas;
    private final Environment environment;

    TeaController(List<Tea> teas, Environment environment) {
        this.teas = teas;
        this.environment = environment;
    }

    @GetMapping("/teas")
    List<String> teas() {
        return teas.stream().map(Tea::name).toList();
    }

    @GetMapping("/profiles")
    Map<String, List<String>> profiles() {
        return new TreeMap<>(Map.of(
                "active", List.of(environment.getActiveProfiles()),
                "default", List.of(environment.getDefaultProfiles())));
    }

    @PostMapping("/accepts")
    boolean accepts(@RequestBody String expression) {
        return environment.acceptsProfiles(Profiles.of(expression));
    }

    @GetMapping("/settings")
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (String key : List.of("temperature", "minutes", "cup", "only-black", "spring.application.name")) {
            settings.put(key, environment.getProperty(key, "none"));
        }
        return settings;
    }
}
