package dev.berth.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a biz's own classes and resources are unpacked into.
 *
 * <p>Under a POSIX locale Java 17 can't name a file with letters outside of ASCII. Such entries go into a small jar
 * beside the directory, so that the biz finds them all the same. For one thread.
 */
final class ClassesDirectory implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 13;

    private final Path root;
    private final Path unnameableFile;
    private final Budget budget;
    private final Set<Path> folders = new HashSet<>();
    private @Nullable ZipOutputStream unnameable;

    ClassesDirectory(Path root, Path unnameableFile, Budget budget) {
        this.root = root.toAbsolutePath().normalize();
        this.unnameableFile = unnameableFile;
        this.budget = budget;
        makeFolder(this.root);
    }

    /** Writes an entry, or makes the folder that it stands for. */
    void add(JarFile jar, JarEntry entry, String path) throws IOException {
        Optional<Path> target = target(path);
        if (entry.isDirectory()) {
            target.ifPresent(this::makeFolder);
            return;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            CountedEntry content = new CountedEntry(in, entry, budget);
            if (target.isPresent()) {
                writeFile(content, target.get(), path);
            } else {
                writeUnnameable(content, path);
            }
        }
    }

    /** Returns the jar of the entries that the file system can't name, if there are any. */
    Optional<Path> unnameable() {
        return unnameable == null ? Optional.empty() : Optional.of(unnameableFile);
    }

    @Override
    public void close() {
        if (unnameable != null) {
            try {
                unnameable.close();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private Optional<Path> target(String path) {
        Path target;
        try {
            target = root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        // EntryNames has refused what could lead out; this holds even if it should miss a trick of some file system
        if (!target.startsWith(root) || target.equals(root)) {
            throw Refusal.unsafe("The entry " + Refusal.quoted(path) + " leads out of the directory of the biz");
        }
        return Optional.of(target);
    }

    private void writeFile(CountedEntry content, Path target, String path) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            makeFolder(folder);
        }
        try (OutputStream out =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(content, out);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.unsafe("The entry " + Refusal.quoted(path) + " is there twice, or a folder too");
        } catch (CountedEntry.UnreadableEntryException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void writeUnnameable(CountedEntry content, String path) throws IOException {
        try {
            if (unnameable == null) {
                unnameable = new ZipOutputStream(Files.newOutputStream(unnameableFile));
                unnameable.setLevel(Deflater.BEST_SPEED);
            }
            unnameable.putNextEntry(new ZipEntry(path));
            copy(content, unnameable);
            unnameable.closeEntry();
        } catch (CountedEntry.UnreadableEntryException e) {
            throw e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void makeFolder(Path folder) {
        if (folders.contains(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            folders.add(folder);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.unsafe("The archive has a file and a folder of the name "
                    + Refusal.quoted(root.relativize(folder).toString()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static void copy(CountedEntry content, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static RuntimeException failed(IOException cause) {
        return Refusal.storage("The biz can't be unpacked", cause);
    }
}
