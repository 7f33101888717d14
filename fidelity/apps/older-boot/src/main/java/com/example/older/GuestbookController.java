package com.example.older;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

@Controller
public class GuestbookController {

    public record Entry(@NotBlank String guest, @Size(max = 20) String text, LocalDate written) {}

    private final JdbcClient jdbc;

    GuestbookController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/entries")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Entry add(@Valid @RequestBody Entry entry) {
        jdbc.sql("insert into entry (guest, text, written) values (?, ?, ?)")
                .params(entry.guest(), entry.text(), entry.written())
                .update();
        if (entry.text().contains("undo")) {
            throw new IllegalStateException("Undone");
        }
        return entry;
    }

    @GetMapping("/entries")
    @ResponseBody
    public List<Entry> entries() {
        return jdbc.sql("select guest, text, written from entry order by guest")
                .query(Entry.class)
                .list();
    }

    @GetMapping("/")
    public String page(Model model) {
        model.addAttribute("entries", entries());
        return "guestbook";
    }
}
