package com.example.webjars;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class WebjarsApplication {

    public static void main(String[] args) {
        SpringApplication.run(WebjarsApplication.class, args);
    }
}
