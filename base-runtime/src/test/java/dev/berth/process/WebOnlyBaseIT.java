package dev.berth.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.BizJar;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's base with nothing but the starter of Spring MVC hosts a stock application that brings all of JPA and AspectJ. */
class WebOnlyBaseIT {

    private static final String SOURCE =
            """
            package com.example.shelf;
            import jakarta.persistence.*;
            import java.util.List;
            import org.aspectj.lang.ProceedingJoinPoint;
            import org.aspectj.lang.annotation.*;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.data.jpa.repository.JpaRepository;
            import org.springframework.stereotype.*;
            import org.springframework.transaction.annotation.Transactional;
            import org.springframework.web.bind.annotation.*;
            @SpringBootApplication
            @RestController
            public class Shelf {
                private final Books books;
                private final Titles titles;
                @PersistenceContext
                private EntityManager manager;
                Shelf(Books books, Titles titles) {
                    this.books = books;
                    this.titles = titles;
                }
                public static void main(String[] args) {
                    SpringApplication.run(Shelf.class, args);
                }
                @GetMapping("/write")
                String write(@RequestParam("title") String title) {
                    try {
                        titles.write(title);
                        return "written";
                    } catch (IllegalStateException refused) {
                        return refused.getMessage();
                    }
                }
                @GetMapping("/read")
                List<String> read() {
                    return books.findAll().stream().map(book -> book.title).toList();
                }
                @GetMapping("/count")
                Long count() {
                    return manager.createQuery("select count(b) from Book b", Long.class).getSingleResult();
                }
            }
            @Service
            class Titles {
                private final Books books;
                Titles(Books books) {
                    this.books = books;
                }
                @Transactional
                public void write(String title) {
                    books.save(new Book(title));
                    if (title.isEmpty()) {
                        throw new IllegalStateException("rolled back");
                    }
                }
            }
            @Aspect
            @Component
            class Shouting {
                @Around("execution(void com.example.shelf.Titles.write(String)) && args(title)")
                public Object shout(ProceedingJoinPoint call, String title) throws Throwable {
                    return call.proceed(new Object[] {title.toUpperCase(java.util.Locale.ROOT)});
                }
            }
            interface Books extends JpaRepository<Book, Long> {}
            @Entity
            class Book {
                @Id
                @GeneratedValue
                Long id;
                String title;
                protected Book() {}
                Book(String title) {
                    this.title = title;
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void bizThatBringsJpaAndAspectsWorks() {
        // Given
        BizJar jar = BizJar.named("shelf").source(SOURCE).starterWebmvc().starter("spring-boot-starter-data-jpa");
        Stream.of(BuiltJars.libraries("h2").toFile().listFiles()).forEach(file -> jar.jar(file.toPath()));
        Path home = directory.resolve("home");
        try (BaseProcess base = BaseProcess.start(
                home,
                JvmProcess.main(
                        Programs.MAIN, Programs.base(Programs.application()).write(directory.resolve("classes"))))) {
            // When
            HttpResponse<String> answer = base.admin().install(jar.stock(directory));
            // Then
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(base.get("/shelf/write?title=dune").body()).isEqualTo("written");
            assertThat(base.get("/shelf/write?title=").body()).isEqualTo("rolled back");
            assertThat(base.get("/shelf/read").body()).isEqualTo("[\"DUNE\"]");
            assertThat(base.get("/shelf/count").body()).isEqualTo("1");
            assertThat(base.process().output()).doesNotContain("Failed to introspect");
        }
    }
}
