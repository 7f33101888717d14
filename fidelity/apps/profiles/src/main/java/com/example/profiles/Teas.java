package com.example.profiles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class Teas {

    @Bean
    @Profile("green & !black")
    Tea sencha() {
        return () -> "Sencha";
    }

    @Bean
    @Profile("black")
    Tea assam() {
        return () -> "Assam";
    }

    @Bean
    @Profile("default")
    Tea water() {
        return () -> "Water";
    }
}
