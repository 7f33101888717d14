package dev.berth.samples.base;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application as any other; base-runtime on its class path makes it a base. */
@SpringBootApplication
@RestController
public class SampleBase {

    /** Answers for itself, beside the biz that it hosts. */
    @GetMapping("/")
    String welcome() {
        return "This is a base";
    }

    public static void main(String[] args) {
        SpringApplication.run(SampleBase.class, args);
    }
}
