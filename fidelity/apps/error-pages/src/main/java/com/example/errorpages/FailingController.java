package com.example.errorpages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class FailingController {

    @PostMapping("/throw")
    String fail(@RequestParam String what) {
        throw switch (what) {
            case "status" -> new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT, "Short and stout");
            case "annotated" -> new LockedException();
            case "missing" -> new NoSuchElementException("No such thing");
            default -> new IllegalStateException("It broke");
        };
    }

    @GetMapping("/send/{status}")
    void send(@PathVariable int status, HttpServletResponse response) throws IOException {
        response.sendError(status, "Sent");
    }

    @ResponseStatus(value = HttpStatus.LOCKED, reason = "Somebody else has it")
    static class LockedException extends RuntimeException {}
}
