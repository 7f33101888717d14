package dev.berth.benchmarks.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a small file so that it survives a power cut, as a base does for each change: what the disk alone takes of an
 * operation. For one thread.
 */
final class ForcedWrite {

    private static final int BYTES = 1000;

    private final Path file;
    private final Path temporary;

    /** Writes in a folder that exists. */
    ForcedWrite(Path folder) {
        this.file = folder.resolve("forced");
        this.temporary = folder.resolve("forced.tmp");
    }

    /** Writes once and returns how long it took, in nanoseconds. */
    long once() {
        long began = System.nanoTime();
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new HostException("The disk takes no file", e);
        }
        return System.nanoTime() - began;
    }
}
