package dev.berth.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The file {@code base.json} of a home: there from a moment before its base says that it is ready, and left behind by one
 * that was killed.
 *
 * <p>Used by whoever holds the home's lock, from one thread at a time.
 */
public final class BaseDescriptorFile {

    private static final Logger logger = LoggerFactory.getLogger(BaseDescriptorFile.class);

    private final Path file;

    /** Uses a home, which exists. */
    public BaseDescriptorFile(Path home) {
        this.file = home.resolve("base.json");
    }

    /** Makes or replaces the file. */
    public void write(BaseDescriptor descriptor) {
        DurableFiles.write(file, StoredJson.MAPPER.writeValueAsBytes(descriptor));
    }

    /** Reads the file; a missing or damaged one is empty. */
    public Optional<BaseDescriptor> read() {
        try {
            return Optional.of(StoredJson.MAPPER.readValue(Files.readAllBytes(file), BaseDescriptor.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            logger.atWarn()
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("The descriptor of the base can't be read");
            return Optional.empty();
        }
    }

    /** Removes the file; that it is missing or can't be removed is no reason to fail a stop. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            logger.atWarn().setCause(e).log("The descriptor of the base can't be removed");
        }
    }
}
