package dev.berth.fidelity;

import dev.berth.process.BuiltJars;
import dev.berth.testing.BizJar;
import dev.berth.testing.ChangedJar;
import dev.berth.testing.LibraryJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of applications that a base does not host; rows of the table, after those of the lines. */
enum Refused {
    WEBFLUX("A WebFlux application", "UNSUPPORTED_BIZ") {
        @Override
        Path jar(Path directory) throws IOException {
            return application("reactive").stock(directory);
        }
    },
    BOOT_3("An application of Spring Boot 3", "UNSUPPORTED_BIZ") {
        @Override
        Path jar(Path directory) throws IOException {
            return ChangedJar.of(application("boot-3").stock(directory.resolve("made")))
                    .manifest(text -> text.replaceFirst("(?m)^Spring-Boot-Version: .*$", "Spring-Boot-Version: 3.5.8"))
                    .write(directory);
        }
    },
    NEWER_SPRING("An application of a Spring newer than the base's", "LINKAGE_REFUSED") {
        @Override
        Path jar(Path directory) throws IOException {
            Path newer = LibraryJar.of("org.springframework:spring-core:7.9.0")
                    .source("package org.springframework.core; public class SpringVersion {}")
                    .write(directory);
            return BizJar.named(NAME)
                    .source("package com.example; public class Shop { public static void main(String[] args) {} }")
                    .jar(newer)
                    .stock(directory);
        }
    },
    NATIVE("A jar processed for a native image", "UNSUPPORTED_BIZ") {
        @Override
        Path jar(Path directory) throws IOException {
            return application("")
                    .attribute("Spring-Boot-Native-Processed", "true")
                    .stock(directory);
        }
    },
    NEWER_JAVA("Class files newer than the JVM", "UNSUPPORTED_BIZ") {
        @Override
        Path jar(Path directory) throws IOException {
            return ChangedJar.of(application("").stock(directory.resolve("made")))
                    .entry("BOOT-INF/classes/com/example/shop/Shop.class", bytes -> {
                        bytes[MAJOR_VERSION] = (byte) (JAVA + 1 + FIRST_MAJOR_VERSION);
                        return bytes;
                    })
                    .write(directory);
        }
    };

    private static final String NAME = "shop";
    private static final int JAVA = Runtime.version().feature();
    private static final int MAJOR_VERSION = 7;
    private static final int FIRST_MAJOR_VERSION = 44;

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

    private final String shows;
    private final String code;

    Refused(String shows, String code) {
        this.shows = shows;
        this.code = code;
    }

    /** Makes the jar. */
    abstract Path jar(Path directory) throws IOException;

    /** Returns the name of the row. */
    String rowName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String shows() {
        return shows;
    }

    /** Returns the code of the answer. */
    String code() {
        return code;
    }

    /** Returns the row of the table. */
    String row(String message) {
        String told = message.replace("Java " + (JAVA + 1), "Java N+1").replace("Java " + JAVA, "Java N");
        return Outcome.beginning(rowName(), shows) + " not run | refused with `%s`: %s |".formatted(code, told);
    }

    private static BizJar application(String libraries) throws IOException {
        BizJar biz = BizJar.named(NAME).starter("spring-boot-starter").source(APPLICATION);
        if (!libraries.isEmpty()) {
            try (Stream<Path> files = Files.list(BuiltJars.libraries(libraries))) {
                List<Path> jars = files.sorted().toList();
                jars.forEach(biz::jar);
            }
        }
        return biz;
    }
}
