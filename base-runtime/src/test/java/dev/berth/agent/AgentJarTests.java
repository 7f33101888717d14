package dev.berth.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTests {

    private static final String CLASS = "dev/berth/agent/BaseAgent.class";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 2, 3, 4, 5, 6);
    private static final byte[] NESTED = "PK this is a library".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void completeNamesTheAgentAndPutsItsClassAtTheRoot() throws IOException {
        // Given
        Path jar = bootJar("base.jar");
        // When
        boolean changed = AgentJar.complete(jar);
        // Then
        assertThat(changed).isTrue();
        try (JarFile completed = new JarFile(jar.toFile())) {
            Attributes attributes = completed.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Launcher-Agent-Class")).isEqualTo(BaseAgent.class.getName());
            assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(attributes.getValue("Start-Class")).isEqualTo("com.example.Base");
            assertThat(completed.getInputStream(completed.getEntry(CLASS)).readAllBytes())
                    .isEqualTo(BaseAgent.class
                            .getResourceAsStream("BaseAgent.class")
                            .readAllBytes());
        }
    }

    @Test
    void completeLeavesNestedJarsStoredAndOrderTimesAndContentsAsTheyAre() throws IOException {
        // Given
        Path jar = bootJar("base.jar");
        List<String> before = entries(jar);
        // When
        AgentJar.complete(jar);
        // Then
        assertThat(entries(jar)).startsWith(before.toArray(String[]::new)).hasSize(before.size() + 1);
        try (ZipFile completed = new ZipFile(jar.toFile())) {
            ZipEntry nested = completed.getEntry("BOOT-INF/lib/library.jar");
            assertThat(nested.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(nested.getComment()).isEqualTo("UNPACK:1");
            assertThat(completed.getInputStream(nested).readAllBytes()).isEqualTo(NESTED);
        }
    }

    @Test
    void completeWhenItIsCompleteChangesNothing() throws IOException {
        // Given
        Path jar = bootJar("base.jar");
        AgentJar.complete(jar);
        byte[] first = Files.readAllBytes(jar);
        // When
        boolean changed = AgentJar.complete(jar);
        // Then
        assertThat(changed).isFalse();
        assertThat(jar).hasBinaryContent(first);
    }

    @Test
    void completeOfTheSameJarGivesTheSameBytes() throws IOException {
        // Given
        Path one = bootJar("one.jar");
        Path other = bootJar("other.jar");
        // When
        AgentJar.complete(one);
        AgentJar.complete(other);
        // Then
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void completeNamesTheLayerOfTheClassOnce() throws IOException {
        // Given
        Path jar = bootJar("base.jar");
        // When
        AgentJar.complete(jar);
        // Then
        try (ZipFile completed = new ZipFile(jar.toFile())) {
            String layers = new String(
                    completed
                            .getInputStream(completed.getEntry("BOOT-INF/layers.idx"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(layers)
                    .isEqualTo(
                            """
                            - "dependencies":
                              - "BOOT-INF/lib/"
                            - "application":
                              - "META-INF/"
                              - "dev/berth/agent/BaseAgent.class"
                            - "last":
                            """);
        }
    }

    @Test
    void completeWhenTheJarHasAnotherAgentRefusesAndLeavesIt() throws IOException {
        // Given
        Path jar = bootJar("base.jar", "Launcher-Agent-Class", "com.example.Other");
        byte[] before = Files.readAllBytes(jar);
        // Then
        assertThatThrownBy(() -> AgentJar.complete(jar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'base.jar' has another agent, 'com.example.Other'");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void completeWhenTheJarIsNoExecutableOneRefuses() throws IOException {
        // Given
        Path jar = bootJar("base.jar", "Start-Class", "");
        // Then
        assertThatThrownBy(() -> AgentJar.complete(jar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'base.jar' is not an executable jar");
    }

    private static List<String> entries(Path jar) throws IOException {
        List<String> all = new ArrayList<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            Collections.list(file.entries())
                    .forEach(entry -> all.add(entry.getName() + " " + entry.getTimeLocal() + " " + entry.getMethod()));
        }
        return all;
    }

    private Path bootJar(String name, String... more) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Start-Class", "com.example.Base");
        attributes.putValue("Spring-Boot-Version", "4.1.1");
        if (more.length == 2) {
            attributes.putValue(more[0], more[1]);
            attributes.values().remove("");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            add(out, "META-INF/MANIFEST.MF", bytes.toByteArray());
            add(out, "BOOT-INF/classes/com/example/Base.class", new byte[] {1, 2, 3});
            addStored(out);
            add(
                    out,
                    "BOOT-INF/layers.idx",
                    """
                    - "dependencies":
                      - "BOOT-INF/lib/"
                    - "application":
                      - "META-INF/"
                    - "last":
                    """
                            .getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static void addStored(ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry("BOOT-INF/lib/library.jar");
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(NESTED.length);
        entry.setComment("UNPACK:1");
        CRC32 crc = new CRC32();
        crc.update(NESTED);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(NESTED);
        out.closeEntry();
    }
}
