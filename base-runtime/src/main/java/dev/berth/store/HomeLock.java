package dev.berth.store;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a home for one base: two bases on one home would overwrite each other's records.
 *
 * <p>The operating system holds the lock, so it ends with the process however that ends. The file {@code .lock} stays
 * behind and means nothing by itself. Closing twice is harmless.
 */
public final class HomeLock implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(HomeLock.class);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a home, which is made when it is missing.
     *
     * @throws BerthException with HOME_IN_USE when a base has it, in this process or in another
     */
    public static HomeLock acquire(Path home) {
        DurableFiles.createDirectories(home);
        Path file = home.resolve(".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw DurableFiles.failed(file, "locked", e);
        }
        throw new BerthException(
                ErrorCode.HOME_IN_USE,
                "Another base uses this home",
                "Stop that base with 'berth base stop', or give this one a home of its own with --home.");
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // The holder is this very process
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            logger.atWarn().setCause(e).log("The lock of the home was not released in good order");
        }
    }
}
