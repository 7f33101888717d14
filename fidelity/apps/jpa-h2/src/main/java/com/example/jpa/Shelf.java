package com.example.jpa;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes in transactions. */
@Service
public class Shelf {

    private final Authors authors;
    private final Books books;
    private final EntityManager entities;

    Shelf(Authors authors, Books books, EntityManager entities) {
        this.authors = authors;
        this.books = books;
        this.entities = entities;
    }

    @Transactional
    public int add(String author, String title, int year) {
        Author writer = authors.findByName(author).orElseGet(() -> authors.save(new Author(author)));
        writer.write(title, year);
        return writer.getBooks().size();
    }

    /** Renames all books of an author; a title that is too long undoes all. */
    @Transactional
    public int rename(String author, String suffix) {
        Author writer = authors.findByName(author).orElseThrow();
        for (Book book : writer.getBooks()) {
            book.rename(book.getTitle() + suffix);
            entities.flush();
            if (book.getTitle().length() > 20) {
                throw new IllegalArgumentException("Too long: " + book.getTitle());
            }
        }
        return writer.getBooks().size();
    }

    @Transactional
    public int discard(int before) {
        return books.deleteOlderThan(before);
    }
}
