package com.example.jpa;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableJpaAuditing
class LibraryController {

    private final Authors authors;
    private final Books books;
    private final Shelf shelf;

    LibraryController(Authors authors, Books books, Shelf shelf) {
        this.authors = authors;
        this.books = books;
        this.shelf = shelf;
    }

    @PostMapping("/books")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Integer> add(@RequestParam String author, @RequestParam String title, @RequestParam int year) {
        return Map.of("books", shelf.add(author, title, year));
    }

    /** An author by the domain class converter; the books are fetched while the answer is written. */
    @GetMapping("/authors/{id}")
    Author author(@PathVariable("id") Author author) {
        return author;
    }

    @PostMapping("/authors")
    Author author(@RequestParam String name) {
        return authors.saveAndFlush(new Author(name));
    }

    @GetMapping("/books")
    List<Books.Listed> by(@RequestParam String author) {
        return books.findByAuthorNameIgnoreCaseOrderByYear(author);
    }

    @GetMapping("/books/published")
    Map<String, Object> published(@RequestParam int from, @RequestParam int to, Pageable page) {
        var found = books.published(from, to, page);
        return new TreeMap<>(Map.of("total", found.getTotalElements(), "books", found.getContent()));
    }

    @GetMapping("/books/authors")
    List<String> lazily() {
        return books.findAll().stream()
                .map(book -> book.author().getName())
                .sorted()
                .toList();
    }

    @PostMapping("/books/rename")
    int rename(@RequestParam String author, @RequestParam String suffix) {
        return shelf.rename(author, suffix);
    }

    @DeleteMapping("/books")
    int discard(@RequestParam int before) {
        return shelf.discard(before);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    String taken(DataIntegrityViolationException violation) {
        return violation.getClass().getSimpleName();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String bad(IllegalArgumentException failure) {
        return failure.getMessage();
    }
}
