package dev.berth.artifact;

import dev.berth.biz.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A file that is seen under its name only when it is whole: written beside its target, digested on the way, forced to
 * the disk and moved atomically. Closing one that was not moved deletes it. For one thread.
 */
final class IncomingFile implements AutoCloseable {

    private static final String PREFIX = ".incoming-";

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256 = sha256();
    private long size;

    private IncomingFile(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    static IncomingFile in(Path folder) throws IOException {
        return new IncomingFile(folder.resolve(PREFIX + UUID.randomUUID()));
    }

    /** Deletes what a base that was killed has left behind. */
    static void deleteLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }

    static Digest digest(MessageDigest sha256) {
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    void write(byte[] bytes, int length) throws IOException {
        sha256.update(bytes, 0, length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            size += channel.write(buffer);
        }
    }

    long size() {
        return size;
    }

    /** Ends the digest: nothing can be written afterwards. */
    Digest digest() {
        return digest(sha256);
    }

    void moveTo(Path target) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Makes the new name durable too; not every file system can, and then the content still is. */
    private static void forceFolder(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows opens no folder as a file
        }
    }
}
