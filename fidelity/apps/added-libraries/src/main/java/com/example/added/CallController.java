package com.example.added;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class CallController {

    private final RestClient.Builder builder;

    CallController(RestClient.Builder builder) {
        this.builder = builder;
    }

    /** With the client that Spring Boot finds. */
    @GetMapping("/found")
    String found(HttpServletRequest request) {
        return call(request, builder.clone());
    }

    @GetMapping("/chosen")
    String chosen(HttpServletRequest request) {
        ClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory();
        return call(request, RestClient.builder().requestFactory(factory));
    }

    private static String call(HttpServletRequest request, RestClient.Builder builder) {
        return builder.baseUrl("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath())
                .build()
                .get()
                .uri("/agent")
                .retrieve()
                .body(String.class);
    }
}
