package dev.berth.ark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps from one start of a base to the next which packages the classes of a jar mention, one small file for each jar.
 *
 * <p>Losing it costs time only, so that no failure leaves it. Safe for use by many threads, and by a process that is killed.
 */
final class ReferenceCache {

    private static final Logger logger = LoggerFactory.getLogger(ReferenceCache.class);

    private final Path folder;

    /**
     * Makes a cache.
     *
     * @param folder where its files are; made when there is something to keep
     */
    ReferenceCache(Path folder) {
        this.folder = folder;
    }

    /** Returns what was kept of a jar; nothing of a file that is not whole. */
    Optional<Set<String>> read(String digest) {
        Path file = folder.resolve(digest);
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            boolean whole = !lines.isEmpty() && lines.get(0).equals(String.valueOf(lines.size() - 1));
            return whole ? Optional.of(Set.copyOf(lines.subList(1, lines.size()))) : Optional.empty();
        } catch (IOException unreadable) {
            logger.debug("Kept references '{}' can't be read", digest, unreadable);
            return Optional.empty();
        }
    }

    /** Keeps what was found in a jar. */
    void write(String digest, Set<String> packages) {
        List<String> lines = new ArrayList<>(List.of(String.valueOf(packages.size())));
        lines.addAll(new TreeSet<>(packages));
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, digest, ".tmp");
            try {
                Files.write(temporary, lines);
                Files.move(temporary, folder.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException unwritable) {
            logger.debug("References '{}' can't be kept", digest, unwritable);
        }
    }
}
