package dev.berth.artifact;

import dev.berth.biz.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Keeps the libraries that bizs bring, each once, in {@code artifacts/lib/<digest>/<file name>} of the base's home.
 *
 * <p>The file name stays, for stack traces and tools; whoever brings the same bytes under another name gets the file that
 * is there. A library is seen only when it is whole and on the disk, so that two extractions of one library at the same
 * time, or a base that is killed in between, do no harm. Safe for many threads.
 */
public final class LibraryStore {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int REMEMBERED = 10_000;

    private final Path folder;
    private final ArchiveLimits limits;
    private final Map<Nested, Digest> digests = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Nested, Digest> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Names an entry of a stored jar; as the jar is named by its digest, this names bytes too. */
    private record Nested(Digest artifact, String entryName) {}

    /**
     * Opens the store and deletes half-written files.
     *
     * @throws dev.berth.error.BerthException STORAGE_FAILED when the home can't be written to
     */
    public LibraryStore(Path home, ArchiveLimits limits) {
        this.folder = home.resolve("artifacts").resolve("lib");
        this.limits = limits;
        try {
            Files.createDirectories(folder);
            IncomingFile.deleteLeftovers(folder);
        } catch (IOException e) {
            throw Refusal.storage("The store of libraries can't be opened", e);
        }
    }

    /**
     * Returns the file of a nested library, which is extracted unless the store has it.
     *
     * @throws IOException when the jar can't be read
     * @throws dev.berth.error.BerthException STORAGE_FAILED when the library can't be written, UNSAFE_ARCHIVE when it
     *     exceeds the limits
     */
    Path obtain(Digest artifact, JarFile jar, ZipEntry entry) throws IOException {
        Nested nested = new Nested(artifact, entry.getName());
        Digest digest = remembered(nested).orElse(null);
        if (digest == null) {
            digest = digest(jar, entry);
            remember(nested, digest);
        }
        String fileName = fileName(entry.getName());
        Optional<Path> present = present(digest, fileName);
        return present.isPresent() ? present.get() : extract(jar, entry, folder.resolve(digest.hex()), fileName);
    }

    /**
     * Returns the files of all libraries in a folder of a jar, each extracted unless the store has it.
     *
     * @param folderName the folder, with a slash at the end
     * @throws IOException when the jar can't be read
     * @throws dev.berth.error.BerthException STORAGE_FAILED when a library can't be written, UNSAFE_ARCHIVE when it
     *     exceeds the limits
     */
    public List<Path> obtainAll(JarFile jar, String folderName) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(folderName)
                        && entry.getName().endsWith(".jar"))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        List<Path> files = new ArrayList<>();
        for (JarEntry entry : entries) {
            Digest digest = digest(jar, entry);
            String fileName = fileName(entry.getName());
            Optional<Path> present = present(digest, fileName);
            files.add(
                    present.isPresent() ? present.get() : extract(jar, entry, folder.resolve(digest.hex()), fileName));
        }
        return files;
    }

    private Optional<Path> present(Digest digest, String fileName) {
        Path libraries = folder.resolve(digest.hex());
        Path sameName = libraries.resolve(fileName);
        if (Files.isRegularFile(sameName)) {
            return Optional.of(sameName);
        }
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> others = Files.newDirectoryStream(libraries, "*.jar")) {
            for (Path other : others) {
                return Optional.of(other);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Refusal.storage("The store of libraries can't be read", e);
        }
    }

    private Path extract(JarFile jar, ZipEntry entry, Path libraries, String fileName) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return write(new CountedEntry(in, entry, new Budget(limits)), libraries, fileName);
        }
    }

    private Path write(CountedEntry library, Path libraries, String fileName) throws IOException {
        try (IncomingFile incoming = IncomingFile.in(folder)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = library.read(buffer); read >= 0; read = library.read(buffer)) {
                incoming.write(buffer, read);
            }
            Files.createDirectories(libraries);
            Path target = libraries.resolve(fileName);
            incoming.moveTo(target);
            return target;
        } catch (CountedEntry.UnreadableEntryException e) {
            throw e;
        } catch (IOException e) {
            throw Refusal.storage("A library can't be stored", e);
        }
    }

    private Digest digest(JarFile jar, ZipEntry entry) throws IOException {
        MessageDigest sha256 = IncomingFile.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = jar.getInputStream(entry)) {
            CountedEntry library = new CountedEntry(in, entry, new Budget(limits));
            for (int read = library.read(buffer); read >= 0; read = library.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return IncomingFile.digest(sha256);
    }

    private synchronized Optional<Digest> remembered(Nested nested) {
        return Optional.ofNullable(digests.get(nested));
    }

    private synchronized void remember(Nested nested, Digest digest) {
        digests.put(nested, digest);
    }

    /** A file system without Unicode names gets an ASCII one; the folder's digest keeps it unique. */
    private static String fileName(String entryName) {
        String name = entryName.substring(entryName.lastIndexOf('/') + 1);
        try {
            return FileSystems.getDefault().getPath(name).toString();
        } catch (InvalidPathException e) {
            return name.replaceAll("[^\\w.+-]", "_");
        }
    }
}
