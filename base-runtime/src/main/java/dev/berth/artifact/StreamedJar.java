package dev.berth.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A library that has to be read from front to end, as it is packed twice or larger than {@link NestedJar} reads. */
final class StreamedJar implements JarContents {

    private final Map<String, byte[]> heads = new LinkedHashMap<>();

    private StreamedJar() {}

    /** Reads the names of all entries, and the start of those that may tell the library's coordinates. */
    static StreamedJar read(InputStream in, ArchiveLimits limits) throws IOException {
        StreamedJar jar = new StreamedJar();
        Budget budget = new Budget(limits);
        byte[] sink = new byte[1 << 13];
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                budget.entry();
                boolean telling = LibraryReader.tellsCoordinates(entry.getName());
                byte[] head = telling ? zip.readNBytes(LibraryReader.HEAD_BYTES) : new byte[0];
                jar.heads.put(entry.getName(), head);
                long bytes = head.length;
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    bytes += read;
                    budget.bytes(entry.getName(), read, bytes, -1);
                }
            }
        }
        if (jar.heads.isEmpty()) {
            throw new ZipException("No entries");
        }
        return jar;
    }

    @Override
    public void forEachName(Consumer<String> consumer) {
        heads.keySet().forEach(consumer);
    }

    @Override
    public Optional<byte[]> head(String name, int maxBytes) {
        return Optional.ofNullable(heads.get(name));
    }
}
