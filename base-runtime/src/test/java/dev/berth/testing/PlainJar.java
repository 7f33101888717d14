package dev.berth.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar in the making: manifest attributes and entries; nested jars are stored, all else is deflated. */
final class PlainJar {

    private final Manifest manifest = new Manifest();
    private final SortedMap<String, byte[]> entries = new TreeMap<>();

    PlainJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    PlainJar attribute(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    PlainJar attributes(Map<String, String> attributes) {
        attributes.forEach(this::attribute);
        return this;
    }

    PlainJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    PlainJar entries(Map<String, byte[]> contents) {
        entries.putAll(contents);
        return this;
    }

    PlainJar nested(String folder, Path jar) {
        try {
            return entry(folder + jar.getFileName(), Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds {@code pom.properties}, where Maven puts it. */
    PlainJar identity(Coordinates coordinates) {
        String text = "groupId=%s%nartifactId=%s%nversion=%s%n"
                .formatted(coordinates.group(), coordinates.artifact(), coordinates.version());
        String folder = "META-INF/maven/" + coordinates.group() + "/" + coordinates.artifact() + "/";
        return entry(folder + "pom.properties", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the jar; a file that is there already is replaced. */
    Path write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
                manifest.write(zip);
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(zipEntry(entry.getKey(), entry.getValue()));
                    zip.write(entry.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZipEntry zipEntry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        if (name.endsWith(".jar")) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        return entry;
    }
}
