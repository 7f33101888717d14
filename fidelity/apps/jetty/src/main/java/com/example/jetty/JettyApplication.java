package com.example.jetty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class JettyApplication {

    public static void main(String[] args) {
        SpringApplication.run(JettyApplication.class, args);
    }
}
