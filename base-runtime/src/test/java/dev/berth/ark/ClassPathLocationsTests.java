package dev.berth.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathLocationsTests {

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void resolve() throws IOException {
        directory = temporary.toRealPath();
    }

    @Test
    void readWhenEntryIsALinkFollowsItAsTheLoaderOfTheJdkDoes() throws IOException {
        // Given
        Path real = Files.createDirectory(directory.resolve("app-1.2"));
        jar(real.resolve("app.jar"), null);
        Path link = Files.createSymbolicLink(directory.resolve("app"), real);
        // When / Then
        assertThat(ClassPathLocations.of(link.resolve("app.jar").toString()))
                .containsExactly(url(real.resolve("app.jar")));
    }

    @Test
    void readWhenAReloadingLoaderIsInFrontHasTheClassPathToo() throws IOException {
        // Given
        Path classes = Files.createDirectory(directory.resolve("classes"));
        // When
        try (URLClassLoader reloading =
                new URLClassLoader(new URL[] {url(classes)}, ClassLoader.getSystemClassLoader())) {
            // Then
            assertThat(ClassPathLocations.of(reloading))
                    .startsWith(url(classes))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void readWhenManifestNamesOthersAddsThemInOrder() throws IOException {
        // Given
        jar(directory.resolve("one.jar"), null);
        jar(directory.resolve("two.jar"), null);
        Path first = jar(directory.resolve("first.jar"), "two.jar one.jar missing.jar");
        // When / Then
        assertThat(ClassPathLocations.of(first.toString()))
                .containsExactly(url(first), url(directory.resolve("two.jar")), url(directory.resolve("one.jar")));
    }

    @Test
    void readWhenManifestNamesNothingOrNonsensePassesOverIt() throws IOException {
        // Given
        jar(directory.resolve("one.jar"), null);
        Path blank = jar(directory.resolve("blank.jar"), " ");
        Path nonsense = jar(directory.resolve("nonsense.jar"), "a[b.jar %zz one.jar");
        // When / Then
        assertThat(ClassPathLocations.of(blank + java.io.File.pathSeparator + nonsense))
                .containsExactly(url(blank), url(nonsense), url(directory.resolve("one.jar")));
    }

    @Test
    void readWhenEntryIsNoJarLeavesItOut() throws IOException {
        // Given
        Path text = Files.writeString(directory.resolve("notes.txt"), "not a jar");
        // When / Then
        assertThat(ClassPathLocations.of(text.toString())).isEmpty();
    }

    private static Path jar(Path file, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }

    private static URL url(Path file) throws IOException {
        return file.toUri().toURL();
    }
}
