package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionedJarTests {

    private static final String VERSION = "Berth-Biz-Version";

    @TempDir
    Path folder;

    @Test
    void writeNamesTheVersionInManifestAndSettings() throws IOException {
        // Given
        VersionedJar jar = new VersionedJar(template("load.version=1\nother=1\n"), VERSION);
        // When
        try (JarFile written = new JarFile(jar.write(7, folder).toFile())) {
            // Then
            assertThat(written.getManifest().getMainAttributes().getValue(VERSION))
                    .isEqualTo("7");
            assertThat(written.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("Some");
            assertThat(text(written, "application.properties")).isEqualTo("load.version=7\nother=1\n");
        }
    }

    @Test
    void writeLeavesOneColourOut() throws IOException {
        // Given
        VersionedJar jar = new VersionedJar(template("load.version=1\n"), VERSION);
        // When
        try (JarFile odd = new JarFile(jar.write(3, folder).toFile());
                JarFile even = new JarFile(jar.write(4, folder).toFile())) {
            // Then
            assertThat(odd.stream().map(ZipEntry::getName))
                    .contains("dev/berth/load/Blue.class")
                    .doesNotContain("dev/berth/load/Green.class");
            assertThat(even.stream().map(ZipEntry::getName))
                    .contains("dev/berth/load/Green.class")
                    .doesNotContain("dev/berth/load/Blue.class");
        }
    }

    @Test
    void writeWhenTheSettingsNameNoVersionFails() throws IOException {
        // Given
        VersionedJar jar = new VersionedJar(template("other=1\n"), VERSION);
        // When / Then
        assertThatExceptionOfType(HostException.class).isThrownBy(() -> jar.write(7, folder));
    }

    private Path template(String settings) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(VERSION, "1");
        manifest.getMainAttributes().putValue("Start-Class", "Some");
        Path file = folder.resolve("template.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            add(output, "application.properties", settings);
            add(output, "dev/berth/load/Blue.class", "blue");
            add(output, "dev/berth/load/Green.class", "green");
        }
        return file;
    }

    private static void add(JarOutputStream output, String name, String text) throws IOException {
        output.putNextEntry(new ZipEntry(name));
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
