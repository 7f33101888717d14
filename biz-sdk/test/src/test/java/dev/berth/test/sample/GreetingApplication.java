package dev.berth.test.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A module under test. */
@SpringBootApplication
@RestController
public class GreetingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GreetingApplication.class, arguments);
    }

    @GetMapping("/greeting")
    String greeting() {
        return "Hello";
    }
}
