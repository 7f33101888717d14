package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnJarsTests {

    @TempDir
    Path directory;

    @Test
    void foldersOfJarsWithoutFolderEntriesAndOfDirectoriesAreKnown() throws Exception {
        // Given
        Path classes = Files.createDirectories(directory.resolve("classes/com/acme"))
                .getParent()
                .getParent();
        Path jar = directory.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/library/deep/Type.class"));
        }
        // When
        OwnJars own = OwnJars.of(List.of(classes, jar));
        // Then
        assertThat(own.hasDirectory("com/acme")).isTrue();
        assertThat(own.hasDirectory("org/library")).isTrue();
        assertThat(own.hasDirectory("org/other")).isFalse();
        assertThat(own.mayHave("org/library/deep/Type.class")).isTrue();
        assertThat(own.mayHave("org/library/deep/")).isTrue();
        assertThat(own.mayHave("application.yaml")).isTrue();
        assertThat(own.mayHave("org/other/Type.class")).isFalse();
    }
}
