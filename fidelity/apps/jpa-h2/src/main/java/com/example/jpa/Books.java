package com.example.jpa;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Books extends JpaRepository<Book, Long> {

    /** What a projection by an interface shows. */
    interface Listed {

        String getTitle();

        String getAuthorName();
    }

    List<Listed> findByAuthorNameIgnoreCaseOrderByYear(String name);

    @Query("select b from Book b where b.year between :from and :to")
    Page<Book> published(int from, int to, Pageable page);

    @Modifying
    @Query("delete from Book b where b.year < ?1")
    int deleteOlderThan(int year);
}
