package com.example.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

@Entity
@EntityListeners(AuditingEntityListener.class)
public class Book {

    @Id
    @GeneratedValue
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Author author;

    private String title;

    @Column(name = "published")
    private int year;

    @Version
    private int version;

    @LastModifiedDate
    private Instant modified;

    protected Book() {}

    Book(Author author, String title, int year) {
        this.author = author;
        this.title = title;
        this.year = year;
    }

    void rename(String newTitle) {
        this.title = newTitle;
    }

    public String getTitle() {
        return title;
    }

    public int getYear() {
        return year;
    }

    public int getVersion() {
        return version;
    }

    public boolean isModified() {
        return modified != null;
    }

    Author author() {
        return author;
    }
}
