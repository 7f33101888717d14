package com.example.bundles;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BundlesApplication {

    public static void main(String[] args) {
        SpringApplication.run(BundlesApplication.class, args);
    }
}
