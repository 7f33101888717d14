package com.example.restclient;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What calls. */
@RestController
class CallController {

    private final RestClient.Builder builder;
    private final EchoService grouped;

    CallController(RestClient.Builder builder, EchoService grouped) {
        this.builder = builder;
        this.grouped = grouped;
    }

    @PostMapping("/call")
    EchoController.Echo call(@RequestParam int times, @RequestParam String text, HttpServletRequest request) {
        return client(request)
                .post()
                .uri("/echo?times={times}", times)
                .header("X-Caller", "RestClient")
                .body(new EchoController.Word(text))
                .retrieve()
                .body(EchoController.Echo.class);
    }

    @PostMapping("/proxied")
    EchoController.Echo proxied(@RequestParam int times, @RequestParam String text, HttpServletRequest request) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client(request)))
                .build()
                .createClient(EchoService.class)
                .echo(times, new EchoController.Word(text));
    }

    /** Its group is configured to call where nobody listens. */
    @GetMapping("/grouped")
    String grouped() {
        try {
            return grouped.echo(1, new EchoController.Word("a")).text();
        } catch (ResourceAccessException refused) {
            return refused.getMessage();
        }
    }

    @GetMapping("/patience")
    String patience(HttpServletRequest request) {
        try {
            return client(request).get().uri("/slow").retrieve().body(String.class);
        } catch (ResourceAccessException late) {
            return late.getCause().getClass().getName();
        }
    }

    @ExceptionHandler
    ProblemDetail failed(HttpServerErrorException failure) {
        return ProblemDetail.forStatusAndDetail(failure.getStatusCode(), "Called service: " + failure.getStatusText());
    }

    private RestClient client(HttpServletRequest request) {
        String address = "http://127.0.0.1:" + request.getLocalPort() + request.getContextPath();
        return builder.clone().baseUrl(address).build();
    }
}
