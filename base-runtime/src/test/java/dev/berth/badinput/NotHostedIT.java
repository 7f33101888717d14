package dev.berth.badinput;

import static dev.berth.badinput.BadInputPage.assertTold;

import dev.berth.process.BuiltJars;
import dev.berth.testing.BizJar;
import dev.berth.testing.ChangedJar;
import dev.berth.testing.LibraryJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Applications that work by themselves but can't be hosted: the answer has the reason and the way out. */
class NotHostedIT {

    private static final String APPLICATION =
            """
            package com.example.shop;
            import org.springframework.boot.SpringApplication;
            public class Shop {
                public static void main(String[] args) {
                    SpringApplication.run(Shop.class, args);
                }
            }
            """;

    @RegisterExtension
    private final HarmCheck base = new HarmCheck();

    @TempDir
    private Path directory;

    @Test
    void webFlux() {
        // Given
        BizJar biz = BizJar.named("shop").starter("spring-boot-starter").source(APPLICATION);
        jars("reactive").forEach(biz::jar);
        // When
        Answer answer = base.admin().install(biz.stock(directory));
        // Then
        assertTold(BadInput.WEBFLUX, answer);
    }

    @Test
    void springBoot3() {
        // Given
        BizJar biz = BizJar.named("shop").source(APPLICATION);
        jars("boot-3").forEach(biz::jar);
        Path jar = ChangedJar.of(biz.stock(directory.resolve("made")))
                .manifest(text -> text.replaceFirst("(?m)^Spring-Boot-Version: .*$", "Spring-Boot-Version: 3.5.8"))
                .write(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.BOOT_3, answer);
    }

    @Test
    void springNewerThanTheBase() {
        // Given
        Path newer = LibraryJar.of("org.springframework:spring-core:7.9.0")
                .source("package org.springframework.core; public class SpringVersion {}")
                .write(directory);
        Path jar = BizJar.named("shop")
                .source("package com.example; public class Shop { public static void main(String[] args) {} }")
                .jar(newer)
                .stock(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.NEWER_SPRING, answer);
    }

    @Test
    void processedForANativeImage() {
        // Given
        Path jar = Neighbour.biz("shop")
                .attribute("Spring-Boot-Native-Processed", "true")
                .slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.NATIVE_PROCESSED, answer);
    }

    @Test
    void classFilesOfANewerJava() {
        // Given
        int next = Runtime.version().feature() + 1;
        Path jar = ChangedJar.of(Neighbour.jar("shop", directory.resolve("made")))
                .entry("com/example/good/Good.class", bytes -> {
                    bytes[7] = (byte) (next + 44);
                    return bytes;
                })
                .write(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.NEWER_JAVA, answer);
    }

    @Test
    void war() {
        // Given
        Path jar =
                Neighbour.biz("shop").resource("WEB-INF/web.xml", "<web-app/>").slim(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.WAR, answer);
    }

    @Test
    void plainJar() {
        // Given
        Path jar = ChangedJar.of(Neighbour.jar("shop", directory.resolve("made")))
                .manifest(text -> "Manifest-Version: 1.0\nMain-Class: com.example.good.Good\n")
                .write(directory);
        // When
        Answer answer = base.admin().install(jar);
        // Then
        assertTold(BadInput.PLAIN_JAR, answer);
    }

    private static List<Path> jars(String folder) {
        try (Stream<Path> files = Files.list(BuiltJars.libraries(folder))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
