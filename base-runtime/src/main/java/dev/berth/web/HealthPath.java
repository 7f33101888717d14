package dev.berth.web;

import org.springframework.core.env.Environment;

/** Knows under which path a biz answers health checks, which a biz that is busy must still do. */
final class HealthPath {

    private static final String ENDPOINTS = "management.endpoints.web.";

    private HealthPath() {}

    /** Returns the path of the actuator's health endpoint below the context path. */
    static String of(Environment environment) {
        return slashed(environment.getProperty("spring.mvc.servlet.path", ""))
                + slashed(environment.getProperty(ENDPOINTS + "base-path", "/actuator"))
                + slashed(environment.getProperty(ENDPOINTS + "path-mapping.health", "health"));
    }

    private static String slashed(String path) {
        String stripped = path.strip().replaceAll("^/+|/+$", "");
        return stripped.isEmpty() ? "" : "/" + stripped;
    }
}
