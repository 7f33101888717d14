package com.example.actuator;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

@Component
class TeapotHealth implements HealthIndicator {

    @Override
    public Health health() {
        return Health.up().withDetail("cups", 4).build();
    }
}
