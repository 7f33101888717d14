package com.example.events;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventController {

    private final Orders orders;
    private final ApplicationAvailability availability;
    private final String origin;

    EventController(Orders orders, ApplicationAvailability availability, @Value("${origin}") String origin) {
        this.orders = orders;
        this.availability = availability;
        this.origin = origin;
    }

    @GetMapping("/start")
    List<String> start() {
        return StartListener.HEARD;
    }

    @GetMapping("/availability")
    String availability() {
        return availability.getLivenessState() + " " + availability.getReadinessState();
    }

    @GetMapping("/origin")
    String origin() {
        return origin;
    }

    @PostMapping("/orders")
    String place(@RequestParam String article, @RequestParam int amount) throws Exception {
        return orders.place(article, amount);
    }

    @GetMapping("/log")
    List<String> log() {
        return orders.log();
    }
}
