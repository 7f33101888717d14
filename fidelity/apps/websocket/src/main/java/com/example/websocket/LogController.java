package com.example.websocket;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogController {

    private final ChatHandler chat;

    LogController(ChatHandler chat) {
        this.chat = chat;
    }

    /** Waits for a number of closed sockets. */
    @GetMapping("/log")
    List<String> log(@RequestParam int count) throws InterruptedException {
        for (int i = 0; i < 100 && all().size() < count; i++) {
            Thread.sleep(20);
        }
        return all();
    }

    private List<String> all() {
        return Stream.concat(chat.log.stream(), EchoEndpoint.LOG.stream())
                .sorted()
                .toList();
    }
}
