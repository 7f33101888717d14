package com.example.restclient;

import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is called. */
@RestController
class EchoController {

    @PostMapping("/echo")
    Echo echo(
            @RequestParam int times,
            @RequestBody Word word,
            @RequestHeader(name = "X-Caller", defaultValue = "nobody") String caller) {
        if (times < 0) {
            throw new IllegalArgumentException("Too few");
        }
        return new Echo(word.text().repeat(times), caller);
    }

    @GetMapping("/slow")
    String slow() throws InterruptedException {
        TimeUnit.SECONDS.sleep(2);
        return "late";
    }

    record Word(String text) {}

    record Echo(String text, String caller) {}
}
