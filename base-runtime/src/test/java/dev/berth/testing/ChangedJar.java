package dev.berth.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies a jar and changes on the way what no build would write. Not safe for threads. */
public final class ChangedJar {

    private final Path original;
    private final Map<String, UnaryOperator<byte[]>> changes = new LinkedHashMap<>();
    private final Map<String, byte[]> additions = new LinkedHashMap<>();

    private ChangedJar(Path original) {
        this.original = original;
    }

    /** Starts from a jar, which stays as it is. */
    public static ChangedJar of(Path original) {
        return new ChangedJar(original);
    }

    /** Changes the bytes of an entry that is deflated. */
    public ChangedJar entry(String name, UnaryOperator<byte[]> change) {
        changes.put(name, change);
        return this;
    }

    /** Replaces the main section of the manifest, whose lines end with {@code \n}. */
    public ChangedJar manifest(UnaryOperator<String> change) {
        return entry("META-INF/MANIFEST.MF", bytes -> change.apply(
                        new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an entry, whatever its name. */
    public ChangedJar with(String name, byte[] content) {
        additions.put(name, content);
        return this;
    }

    /** Writes the copy under the original's name into another folder. */
    public Path write(Path directory) {
        try {
            Path copy = Files.createDirectories(directory).resolve(original.getFileName());
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(original));
                    OutputStream file = Files.newOutputStream(copy);
                    ZipOutputStream out = new ZipOutputStream(file)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    copy(in.readAllBytes(), entry, out);
                }
                for (Map.Entry<String, byte[]> addition : additions.entrySet()) {
                    out.putNextEntry(new ZipEntry(addition.getKey()));
                    out.write(addition.getValue());
                }
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Libraries are stored in a jar and must stay so. */
    private void copy(byte[] content, ZipEntry entry, ZipOutputStream out) throws IOException {
        ZipEntry written = new ZipEntry(entry.getName());
        if (entry.getMethod() == ZipEntry.STORED) {
            written.setMethod(ZipEntry.STORED);
            written.setSize(entry.getSize());
            written.setCrc(entry.getCrc());
        }
        out.putNextEntry(written);
        out.write(
                changes.getOrDefault(entry.getName(), UnaryOperator.identity()).apply(content));
    }
}
