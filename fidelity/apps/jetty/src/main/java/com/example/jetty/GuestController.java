package com.example.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GuestController {

    private final List<String> guests = new CopyOnWriteArrayList<>();

    @PostMapping("/guests")
    List<String> sign(@RequestParam String name, HttpSession session) {
        guests.add(name);
        session.setAttribute("name", name);
        return guests;
    }

    @GetMapping("/guests")
    List<String> guests() {
        return guests;
    }

    @GetMapping("/me")
    String me(HttpSession session) {
        return String.valueOf(session.getAttribute("name"));
    }

    @GetMapping("/server")
    String server(HttpServletRequest request) {
        return request.getServletContext().getServerInfo().replaceAll("/.*", "") + " " + request.getContextPath();
    }
}
