package dev.berth.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Keeps the newest operations of a base, one file each, in the folder {@code operations} of its home.
 *
 * <p>A file that can't be read is left out, with a line in the log, and not touched. Safe for use by many threads.
 */
public final class OperationStore {

    /** How many operations a base remembers unless it is told otherwise. */
    public static final int DEFAULT_CAPACITY = 200;

    private static final Logger logger = LoggerFactory.getLogger(OperationStore.class);

    private static final Comparator<OperationRecord> OLDEST_FIRST =
            Comparator.comparing(OperationRecord::startedAt).thenComparing(OperationRecord::id);

    private final Path folder;
    private final int capacity;
    private final Map<String, OperationRecord> operations = new HashMap<>();
    private final List<String> forgotten = new ArrayList<>();

    /**
     * Uses a home and reads what it holds.
     *
     * @param home the folder, which exists
     * @param capacity how many operations are kept
     */
    public OperationStore(Path home, int capacity) {
        this.folder = home.resolve("operations");
        this.capacity = capacity;
        DurableFiles.createDirectories(folder);
        files().stream().map(OperationStore::read).flatMap(Optional::stream).forEach(this::remember);
    }

    /**
     * Stores an operation, in place of what was stored of it before; beyond the capacity the oldest are forgotten.
     *
     * <p>It survives the end of the process at once, and a power cut after {@link #force}, which also deletes the files of
     * what was forgotten. Calls for one operation come one after the other.
     */
    public void save(OperationRecord operation) {
        DurableFiles.writeUnforced(file(operation.id()), StoredJson.MAPPER.writeValueAsBytes(operation));
        remember(operation);
    }

    /** Waits until stored operations are on the disk; those that have gone meanwhile are passed over. */
    public void force(Collection<String> ids) {
        takeForgotten().forEach(this::delete);
        DurableFiles.force(folder, ids.stream().map(this::file).toList());
    }

    private synchronized void remember(OperationRecord operation) {
        operations.put(operation.id(), operation);
        while (operations.size() > capacity) {
            forgetOldest();
        }
    }

    /** Returns every operation that could be read or was saved, newest first. */
    public synchronized List<OperationRecord> newestFirst() {
        return operations.values().stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    private void forgetOldest() {
        String oldest =
                operations.values().stream().min(OLDEST_FIRST).orElseThrow().id();
        operations.remove(oldest);
        forgotten.add(oldest);
    }

    private synchronized List<String> takeForgotten() {
        List<String> taken = List.copyOf(forgotten);
        forgotten.clear();
        return taken;
    }

    private void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            logger.atWarn().setCause(e).addKeyValue("operation", id).log("An old operation can't be removed");
        }
    }

    private List<Path> files() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.json")) {
            List<Path> files = new ArrayList<>();
            entries.forEach(files::add);
            return files;
        } catch (IOException e) {
            throw DurableFiles.failed(folder, "read", e);
        }
    }

    private static Optional<OperationRecord> read(Path file) {
        try {
            OperationRecord operation = StoredJson.MAPPER.readValue(Files.readAllBytes(file), OperationRecord.class);
            return Optional.of(operation);
        } catch (IOException | JacksonException e) {
            logger.atWarn()
                    .addKeyValue("file", file.getFileName())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("A stored operation is damaged and left out");
            return Optional.empty();
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }
}
