package com.example.configimport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ConfigImportApplication {

    public static void main(String[] args) {
        SpringApplication.run(ConfigImportApplication.class, args);
    }
}
