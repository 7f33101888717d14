package com.example.security;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {

    private final List<String> notes = new CopyOnWriteArrayList<>();

    @GetMapping("/open")
    String open() {
        return "open to "
                + SecurityContextHolder.getContext().getAuthentication().getName();
    }

    @GetMapping("/token")
    String token(CsrfToken token) {
        return token.getParameterName() + "=" + token.getToken();
    }

    @PostMapping("/notes")
    List<String> add(@RequestParam String text, Principal principal) {
        notes.add(principal.getName() + ": " + text);
        return notes;
    }

    @GetMapping("/notes")
    List<String> notes() {
        return notes;
    }

    @DeleteMapping("/notes")
    @PreAuthorize("hasRole('ADMIN')")
    void clear() {
        notes.clear();
    }

    @GetMapping("/admin/count")
    int count() {
        return notes.size();
    }
}
