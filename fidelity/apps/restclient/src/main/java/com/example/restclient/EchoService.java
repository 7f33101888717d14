package com.example.restclient;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

@HttpExchange
interface EchoService {

    @PostExchange("/echo")
    EchoController.Echo echo(@RequestParam int times, @RequestBody EchoController.Word word);
}
