package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;

import dev.berth.testing.BizJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is no jar, a part of one, or has nothing to start. */
class BadJarIT {

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @Test
    void notAZip() {
        // When
        Answer answer = base.admin().install("shop-1.0.0.jar", "This is a letter".getBytes(StandardCharsets.UTF_8));
        // Then
        assertTold(BadInput.NOT_A_ZIP, answer);
    }

    @Test
    void truncated() throws IOException {
        // Given
        byte[] whole = Files.readAllBytes(Neighbour.jar("shop", directory));
        // When
        Answer answer = base.admin().install("shop-1.0.0.jar", Arrays.copyOf(whole, whole.length / 2));
        // Then
        assertTold(BadInput.TRUNCATED, answer);
    }

    @Test
    void damagedLibrary() {
        // Given
        Path jar = BizJar.named("shop")
                .source(NOTHING)
                .resource("BERTH-INF/lib/tools-1.0.jar", "PK and then nothing")
                .slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.NESTED_DAMAGED, answer);
    }

    @Test
    void nativeExecutable() throws IOException {
        // Given
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // When
        Answer answer = base.admin().install("shop", Files.readAllBytes(java));
        // Then
        assertTold(BadInput.NATIVE_EXECUTABLE, answer);
    }

    @Test
    void noMainClass() {
        // Given
        Path jar = BizJar.named("shop")
                .source("package com.example; public class Library {}")
                .slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.NO_MAIN_CLASS, answer);
    }

    @Test
    void mainClassIsMissing() {
        // Given
        Path jar = BizJar.named("shop")
                .source(NOTHING)
                .attribute("Start-Class", "com.example.Absent")
                .slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.MAIN_CLASS_MISSING, answer);
    }

    private static final String NOTHING =
            """
            package com.example.shop;
            public class Shop {
                public static void main(String[] args) {}
            }
            """;
}
