package dev.berth.samples.sitea;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class SiteA {

    public static void main(String[] args) {
        SpringApplication.run(SiteA.class, args);
    }
}
