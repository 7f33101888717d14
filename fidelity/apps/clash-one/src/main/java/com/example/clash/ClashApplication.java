package com.example.clash;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ClashApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClashApplication.class, args);
    }
}
