package dev.berth.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes slim biz jars: the same input gives the same bytes. Entries are sorted and carry one time. */
final class SlimJar {

    private static final String LIBRARIES = "BERTH-INF/lib/";

    private final LocalDateTime time;
    private final SortedMap<String, Path> entries = new TreeMap<>();

    /**
     * Starts a jar.
     *
     * @param time the time of every entry
     */
    SlimJar(LocalDateTime time) {
        this.time = time;
    }

    /** Adds a module's classes and resources; a manifest among them gives way to the biz's own. */
    SlimJar classes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            entries.put(directory.relativize(file).toString().replace('\\', '/'), file));
        }
        entries.remove(JarFile.MANIFEST_NAME);
        return this;
    }

    /** Nests libraries; of two with one file name the second gets its group in front. */
    SlimJar libraries(List<Library> libraries) {
        for (Library library : libraries) {
            String name = LIBRARIES + library.fileName();
            String group = library.coordinates().group();
            entries.put(
                    entries.containsKey(name) ? LIBRARIES + group + "-" + library.fileName() : name, library.file());
        }
        return this;
    }

    /** Writes the jar in place of what was there. */
    void write(Manifest manifest, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(zip);
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                byte[] content = Files.readAllBytes(entry.getValue());
                zip.putNextEntry(
                        entry.getKey().startsWith(LIBRARIES) ? stored(entry.getKey(), content) : entry(entry.getKey()));
                zip.write(content);
            }
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        return entry;
    }

    /** A nested jar is compressed already. */
    private ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
