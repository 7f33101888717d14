package dev.berth.samples.siteb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class SiteB {

    public static void main(String[] args) {
        SpringApplication.run(SiteB.class, args);
    }
}
