package com.example.added;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class AddedLibrariesApplication {

    public static void main(String[] args) {
        SpringApplication.run(AddedLibrariesApplication.class, args);
    }
}
