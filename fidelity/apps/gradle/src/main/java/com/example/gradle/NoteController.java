package com.example.gradle;

import java.net.URI;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {

    public record Note(int id, String text) {}

    private final JdbcClient jdbc;
    private final String title;

    NoteController(JdbcClient jdbc, @Value("${notes.title}") String title) {
        this.jdbc = jdbc;
        this.title = title;
    }

    @PostMapping("/notes")
    public ResponseEntity<Note> add(@RequestBody Note note) {
        jdbc.sql("insert into note values (?, ?)")
                .params(note.id(), StringUtils.capitalize(note.text()))
                .update();
        return ResponseEntity.created(URI.create("/notes/" + note.id())).body(note);
    }

    @GetMapping("/notes/{id}")
    public Note one(@PathVariable int id) {
        return jdbc.sql("select * from note where id = ?")
                .param(id)
                .query(Note.class)
                .single();
    }

    @GetMapping("/title")
    public List<String> title() {
        return List.of(title, String.valueOf(NoteController.class.getPackage().getImplementationTitle()));
    }
}
