package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlimJarTests {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 31, 12, 0);

    @TempDir
    private Path directory;

    private Path classes;

    @BeforeEach
    void makeClasses() throws IOException {
        classes = directory.resolve("classes");
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("application.yaml"), "a: b");
        Files.writeString(classes.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nStart-Class: wrong\n\n");
    }

    @Test
    void writeSpeaksForTheModuleInItsOwnManifest() throws IOException {
        // When
        Path jar = write("a.jar", List.of());

        // Then
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Biz-Name"))
                    .isEqualTo("pricing");
            assertThat(file.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("demo.Demo");
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Context-Path"))
                    .isEqualTo("/prices");
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Warm-Up"))
                    .isEqualTo("/prices 200");
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Import-Packages"))
                    .isEqualTo("com.acme.sdk,com.acme.*");
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Libraries"))
                    .isEqualTo("com.acme:a:1,com.acme:b:2");
            assertThat(file.getManifest().getMainAttributes().getValue("Berth-Plugin-Version"))
                    .isEqualTo("0.1");
            assertThat(file.stream().map(JarEntry::getName)).containsExactly(JarFile.MANIFEST_NAME, "application.yaml");
        }
    }

    @Test
    void writeKeepsLibrariesOfOneFileNameApartAndUncompressed() throws IOException {
        // Given
        Path content = new TestJar().write(directory.resolve("any.jar"));

        // When
        Path jar = write(
                "a.jar", List.of(library("com.acme", "core", "1", content), library("org.acme", "core", "1", content)));

        // Then
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().filter(entry -> entry.getName().endsWith(".jar")))
                    .extracting(JarEntry::getName, JarEntry::getMethod)
                    .containsExactly(
                            tuple("BERTH-INF/lib/core-1.jar", ZipEntry.STORED),
                            tuple("BERTH-INF/lib/org.acme-core-1.jar", ZipEntry.STORED));
        }
    }

    @Test
    void writeOfTheSameInputGivesTheSameBytes() throws IOException {
        // Given
        Path first = write("first.jar", List.of());
        Files.setLastModifiedTime(classes.resolve("application.yaml"), FileTime.fromMillis(0));

        // When
        Path second = write("second.jar", List.of());

        // Then
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private Path write(String name, List<Library> libraries) throws IOException {
        Path jar = directory.resolve(name);
        new SlimJar(TIME).classes(classes).libraries(libraries).write(manifest(), jar);
        return jar;
    }

    private Manifest manifest() {
        List<Library> shared =
                List.of(library("com.acme", "b", "2", directory), library("com.acme", "a", "1", directory));
        WarmUpCalls warmUp = new WarmUpCalls(List.of("/prices 200"));
        return new BizManifest(
                        "pricing",
                        "1.0",
                        "demo.Demo",
                        Optional.of("/prices"),
                        Optional.of(warmUp),
                        new ImportedPackages(List.of("com.acme.sdk", "com.acme.*")),
                        shared,
                        "0.1")
                .manifest();
    }

    private static Library library(String group, String artifact, String version, Path file) {
        return new Library(new Coordinates(group, artifact, version), Optional.empty(), file);
    }
}
