package com.example.actuator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private static final Logger logger = LoggerFactory.getLogger(OrderController.class);

    private final Counter orders;
    private final ObservationRegistry observations;

    OrderController(MeterRegistry meters, ObservationRegistry observations) {
        this.orders = Counter.builder("orders").tag("kind", "tea").register(meters);
        this.observations = observations;
    }

    @PostMapping("/orders")
    int order(@RequestParam int amount) {
        Metrics.counter("global.orders").increment();
        return Observation.createNotStarted("order.placed", observations).observe(() -> {
            orders.increment(amount);
            logger.debug("Ordered {}", amount);
            return (int) orders.count();
        });
    }
}
