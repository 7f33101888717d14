package com.example.settings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class SettingsApplication {

    public static void main(String[] args) {
        SpringApplication.run(SettingsApplication.class, args);
    }
}
