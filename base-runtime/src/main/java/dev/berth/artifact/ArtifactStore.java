package dev.berth.artifact;

import dev.berth.biz.Digest;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps jars by digest, in {@code artifacts/sha256/<digest>.jar} of the base's home.
 *
 * <p>A jar is seen only when it is whole and on the disk. What is stored is never written to again; a jar that is there
 * already is kept and the new copy dropped. Nothing remains of an addition that fails, and what a killed base left half
 * written is deleted when the store opens. Safe for many threads, but a home belongs to one base at a time.
 */
public final class ArtifactStore {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final ArchiveLimits limits;

    /**
     * Opens the store and deletes half-written files.
     *
     * @throws BerthException STORAGE_FAILED when the home can't be written to
     */
    public ArtifactStore(Path home, ArchiveLimits limits) {
        this.folder = home.resolve("artifacts").resolve("sha256");
        this.limits = limits;
        try {
            Files.createDirectories(folder);
            IncomingFile.deleteLeftovers(folder);
        } catch (IOException e) {
            throw Refusal.storage("The store of jars can't be opened", e);
        }
    }

    /** Adds a jar about which nothing is announced; see {@link #add(InputStream, Announced)}. */
    public Artifact add(InputStream body) {
        return add(body, Announced.nothing());
    }

    /**
     * Adds a jar. The stream is read to its end and not closed.
     *
     * @throws BerthException UPLOAD_INCOMPLETE when the stream breaks off or its length is not the announced one,
     *     DIGEST_MISMATCH when it has another digest, ARTIFACT_TOO_LARGE, or STORAGE_FAILED
     */
    public Artifact add(InputStream body, Announced announced) {
        return add(body, announced, digest -> {});
    }

    /**
     * Adds a jar, as {@link #add(InputStream, Announced)} does.
     *
     * @param known is told the digest before it is looked whether the store has the jar: who does not remove it from then
     *     on finds it there when this returns
     */
    public Artifact add(InputStream body, Announced announced, Consumer<Digest> known) {
        announced.length().ifPresent(this::checkSize);
        try (IncomingFile incoming = IncomingFile.in(folder)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = read(body, buffer, incoming.size());
                    read >= 0;
                    read = read(body, buffer, incoming.size())) {
                checkSize(incoming.size() + read);
                incoming.write(buffer, read);
            }
            Digest digest = incoming.digest();
            checkAnnounced(announced, incoming.size(), digest);
            known.accept(digest);
            return keep(incoming, digest);
        } catch (IOException e) {
            throw Refusal.storage("The jar can't be stored", e);
        }
    }

    /** Returns the jar with this digest if the store has it. */
    public Optional<Artifact> find(Digest digest) {
        Path file = file(digest);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Artifact(digest, file, Files.size(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw Refusal.storage("The stored jar can't be read", e);
        }
    }

    /** Removes the jar with this digest; says whether there was one. */
    public boolean remove(Digest digest) {
        try {
            return Files.deleteIfExists(file(digest));
        } catch (IOException e) {
            throw Refusal.storage("The stored jar can't be removed", e);
        }
    }

    private Artifact keep(IncomingFile incoming, Digest digest) throws IOException {
        Path target = file(digest);
        long size = incoming.size();
        if (!Files.isRegularFile(target) || Files.size(target) != size) {
            incoming.moveTo(target);
        }
        return new Artifact(digest, target, size);
    }

    private Path file(Digest digest) {
        return folder.resolve(digest.hex() + ".jar");
    }

    private void checkSize(long size) {
        if (size > limits.archiveBytes()) {
            throw new BerthException(
                    ErrorCode.ARTIFACT_TOO_LARGE,
                    "The jar is larger than the " + limits.archiveBytes() + " bytes that the base takes",
                    "Leave out what the base provides with biz-maven-plugin, and keep data out of the jar.");
        }
    }

    private static void checkAnnounced(Announced announced, long size, Digest digest) {
        if (announced.length().isPresent() && announced.length().getAsLong() != size) {
            throw incomplete(
                    "The jar has " + size + " bytes, announced were "
                            + announced.length().getAsLong(),
                    null);
        }
        announced.digest().filter(expected -> !expected.equals(digest)).ifPresent(expected -> {
            throw new BerthException(
                    ErrorCode.DIGEST_MISMATCH,
                    "The jar has the SHA-256 digest '" + digest + "', expected was '" + expected + "'",
                    "Make sure that the file is the one that was built, and compute its digest anew.");
        });
    }

    /** Keeps a stream that breaks off apart from a disk that fails: both are IOExceptions. */
    private static int read(InputStream body, byte[] buffer, long before) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw incomplete("The jar broke off after " + before + " bytes", e);
        }
    }

    private static BerthException incomplete(String message, @Nullable IOException cause) {
        return new BerthException(ErrorCode.UPLOAD_INCOMPLETE, message, "Send the jar again.", cause);
    }
}
