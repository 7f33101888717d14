package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.LibraryJar;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.springframework.jdbc.core.JdbcTemplate;

class ReferenceIndexTests {

    @TempDir
    private Path directory;

    @Test
    void packagesAreThoseOfTheLineOfTheDigest() throws IOException {
        // Given
        String text = ReferenceIndex.line("aa", Set.of("org/one", "org/two")) + "\n"
                + ReferenceIndex.line("bb", Set.of("com/three"));

        // When
        ReferenceIndex index = ReferenceIndex.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(index.packages("aa")).contains(Set.of("org/one", "org/two"));
        assertThat(index.packages("bb")).contains(Set.of("com/three"));
        assertThat(index.packages("cc")).isEmpty();
    }

    @Test
    void packagesOfAJarThatMentionsNoneAreNone() throws IOException {
        // Given
        String text = ReferenceIndex.line("aa", Set.of());

        // When
        ReferenceIndex index = ReferenceIndex.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(index.packages("aa")).contains(Set.of());
    }

    @Test
    void writeOfTheBuildHasWhatTheClassesOfEachJarMention() throws IOException {
        // Given
        Path jar = library("1.0", "org.slf4j.Logger logger;");
        Path file = directory.resolve("made/index.txt");

        // When
        ReferenceIndexBuild.write(file, directory + File.pathSeparator + jar);

        // Then
        assertThat(index(file).packages(digest(jar)).orElseThrow()).contains("org/slf4j", "com/acme");
    }

    @Test
    void writeOfTheBuildTakesWhatAnEarlierOneFound() throws IOException {
        // Given
        Path jar = library("1.0", "int number;");
        Path file = directory.resolve("index.txt");
        Files.writeString(file, ReferenceIndex.line(digest(jar), Set.of("from/before")) + "\n");

        // When
        ReferenceIndexBuild.write(file, jar.toString());

        // Then
        assertThat(index(file).packages(digest(jar))).contains(Set.of("from/before"));
    }

    @Test
    void ofTheBuildHasWhatTheClassesOfTheDefaultBaseMention() throws IOException {
        // Given
        Path library = classPathOf(JdbcTemplate.class);

        // When
        ReferenceIndex index = ReferenceIndex.ofTheBuild();

        // Then
        try (JarFile jar = new JarFile(library.toFile())) {
            assertThat(index.packages(JarDigest.of(jar))).contains(ClassReferences.of(jar));
        }
    }

    @Test
    void digestIsOfTheClassesAlone() throws IOException {
        // Given
        Path jar = library("1.0", "int number;");

        // When / Then
        assertThat(digest(jar)).hasSize(64).isEqualTo(digest(library("1.1", "int number;")));
        assertThat(digest(jar)).isNotEqualTo(digest(library("1.2", "long number;")));
    }

    private Path library(String version, String field) {
        return LibraryJar.of("com.acme:tools:" + version)
                .source("package com.acme; public class Tools { %s }".formatted(field))
                .compiledAgainst(classPathOf(Logger.class))
                .write(directory);
    }

    private static Path classPathOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static ReferenceIndex index(Path file) throws IOException {
        return ReferenceIndex.read(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static String digest(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return JarDigest.of(jar);
        }
    }
}
