package com.example.deferred;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DeferredApplication {

    public static void main(String[] args) {
        SpringApplication.run(DeferredApplication.class, args);
    }
}
