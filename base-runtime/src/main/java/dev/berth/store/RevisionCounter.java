package dev.berth.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the installs of a home; a number is given once, whatever happens to the process.
 *
 * <p>A number is on the disk before it is given. The file {@code revision-counter} holds the last one. When it is
 * damaged the count goes on at the seconds since 1970, which no count of installs has reached. Safe for use by many
 * threads.
 */
public final class RevisionCounter {

    private static final Logger logger = LoggerFactory.getLogger(RevisionCounter.class);

    private final Path file;
    private long last;

    /**
     * Uses a home.
     *
     * @param home the folder, which exists
     * @param clock where to go on when the file is damaged
     */
    public RevisionCounter(Path home, Clock clock) {
        this.file = home.resolve("revision-counter");
        this.last = read(file, clock);
    }

    /** Returns a number that was never returned before for this home; the first is 1. */
    public synchronized long next() {
        long next = last + 1;
        DurableFiles.write(file, (next + "\n").getBytes(StandardCharsets.US_ASCII));
        last = next;
        return next;
    }

    private static long read(Path file, Clock clock) {
        try {
            long stored = Long.parseLong(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (stored >= 0) {
                return stored;
            }
        } catch (NoSuchFileException e) {
            return 0;
        } catch (NumberFormatException e) {
            logger.atDebug().setCause(e).log("The revision counter holds no number");
        } catch (IOException e) {
            throw DurableFiles.failed(file, "read", e);
        }
        long safe = clock.instant().getEpochSecond();
        logger.atWarn().addKeyValue("revision", safe).log("The revision counter is damaged and goes on further up");
        return safe;
    }
}
