package com.example.multipart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MultipartApplication {

    public static void main(String[] args) {
        SpringApplication.run(MultipartApplication.class, args);
    }
}
