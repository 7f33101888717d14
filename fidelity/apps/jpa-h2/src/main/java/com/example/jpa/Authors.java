package com.example.jpa;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Authors extends JpaRepository<Author, Long> {

    Optional<Author> findByName(String name);
}
