package com.example.added;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers and takes XML as well as JSON. */
@RestController
class TeaController {

    private final List<Tea> teas = new CopyOnWriteArrayList<>();

    @PostMapping("/teas")
    Tea add(@RequestBody Tea tea) {
        teas.add(tea);
        return tea;
    }

    @GetMapping("/teas")
    List<Tea> teas() {
        return teas;
    }

    @GetMapping("/agent")
    String agent(@RequestHeader("User-Agent") String agent) {
        return agent.replaceAll("[/ ].*", "");
    }

    record Tea(String name, int minutes) {}
}
