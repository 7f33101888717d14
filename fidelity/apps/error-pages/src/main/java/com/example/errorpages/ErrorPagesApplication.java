package com.example.errorpages;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ErrorPagesApplication {

    public static void main(String[] args) {
        SpringApplication.run(ErrorPagesApplication.class, args);
    }
}
