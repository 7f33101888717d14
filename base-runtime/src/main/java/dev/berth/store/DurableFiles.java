package dev.berth.store;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Writes small files so that a kill or a power cut at any moment leaves either the old content or the new. */
final class DurableFiles {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?>[] OWNER_WRITES = attributes("rw-------");
    private static final FileAttribute<?>[] OWNER_ENTERS = attributes("rwx------");

    private DurableFiles() {}

    /**
     * Replaces the content of a file, or makes it; readable by its owner alone, where the file system knows owners.
     *
     * <p>A failure leaves the old content. A thread that is interrupted writes all the same, since a channel would close
     * under it, and stays interrupted.
     */
    static void write(Path file, byte[] content) {
        write(file, content, true);
    }

    /** Does as {@link #write} does, but leaves it to the system when it goes to the disk: lost by a power cut, not by a kill. */
    static void writeUnforced(Path file, byte[] content) {
        write(file, content, false);
    }

    private static void write(Path file, byte[] content, boolean force) {
        boolean interrupted = Thread.interrupted();
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            replace(file, temporary, content, force);
        } catch (IOException e) {
            throw failed(file, "written", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void replace(Path file, Path temporary, byte[] content, boolean force) throws IOException {
        boolean replaced = false;
        try {
            fill(temporary, content, force);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            replaced = true;
        } finally {
            if (!replaced) {
                Files.deleteIfExists(temporary);
            }
        }
        if (force) {
            forceDirectory(file);
        }
    }

    private static void fill(Path temporary, byte[] content, boolean force) throws IOException {
        try (FileChannel channel = create(temporary)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (force) {
                channel.force(true);
            }
        }
    }

    private static FileChannel create(Path temporary) throws IOException {
        try {
            return FileChannel.open(temporary, NEW, OWNER_WRITES);
        } catch (FileAlreadyExistsException leftByAKill) {
            Files.delete(temporary);
            return FileChannel.open(temporary, NEW, OWNER_WRITES);
        }
    }

    /** Brings files that were written without it to the disk, and that they are in their folder; those that are gone don't matter. */
    static void force(Path folder, List<Path> files) {
        try {
            for (Path file : files) {
                force(file);
            }
            forceDirectory(folder.resolve("any"));
        } catch (IOException e) {
            throw failed(folder, "written", e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    /** Makes a folder, and those above it, for its owner alone; one that exists stays as it is. */
    static void createDirectories(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, OWNER_ENTERS);
            }
        } catch (IOException e) {
            throw failed(folder, "made", e);
        }
    }

    static BerthException failed(Path file, String whatFailed, IOException cause) {
        return new BerthException(
                ErrorCode.STORAGE_FAILED,
                "'" + file.getFileName() + "' in the home of the base could not be " + whatFailed,
                "Check that the home has free space and belongs to the user who runs the base.",
                cause);
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return knowsPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static boolean knowsPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** The move itself survives a power cut only once its folder is on the disk; Windows can't open a folder. */
    private static void forceDirectory(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !knowsPermissions()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
