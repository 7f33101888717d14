package com.example.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

@RestController
class SessionController {

    private final Cart cart;
    private final SessionLog log;

    SessionController(Cart cart, SessionLog log) {
        this.cart = cart;
        this.log = log;
    }

    @GetMapping("/session")
    Map<String, Object> session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Map<String, Object> facts = new TreeMap<>();
        facts.put("there", session != null);
        facts.put("asked by cookie", request.isRequestedSessionIdFromCookie());
        facts.put("valid", request.isRequestedSessionIdValid());
        if (session != null) {
            facts.put("new", session.isNew());
            facts.put("seconds", session.getMaxInactiveInterval());
            facts.put("name", session.getAttribute("name"));
            facts.put("id length", session.getId().length());
        }
        return facts;
    }

    @PostMapping("/name")
    String name(@RequestParam String name, HttpSession session) {
        session.setAttribute("name", name);
        session.setAttribute("bound", new Bound(log));
        return "Hello " + name;
    }

    @GetMapping("/name")
    String name(@SessionAttribute String name) {
        return name;
    }

    @PostMapping("/cart")
    List<String> add(@RequestParam String article) {
        cart.add(article);
        return cart.articles();
    }

    @PostMapping("/changed")
    boolean change(HttpServletRequest request) {
        String before = request.getSession().getId();
        return !before.equals(request.changeSessionId());
    }

    @PostMapping("/timeout")
    void timeout(@RequestParam int seconds, HttpSession session) {
        session.setMaxInactiveInterval(seconds);
    }

    @PostMapping("/end")
    void end(HttpSession session) {
        session.invalidate();
    }

    @GetMapping("/link")
    String link(HttpServletResponse response) {
        return response.encodeURL("session");
    }

    @GetMapping("/log")
    List<String> log() {
        return log.events;
    }

    record Bound(SessionLog log) implements HttpSessionBindingListener {

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            log.events.add("unbound");
        }
    }
}
