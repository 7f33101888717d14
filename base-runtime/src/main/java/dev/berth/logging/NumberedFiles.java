package dev.berth.logging;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingPolicy;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.helper.CompressionMode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the older files of a log as {@code <file>.1}, the youngest, and so on.
 *
 * <p>Logback's own policy takes the path for a pattern, and so fails in a home whose path has a percent sign.
 */
final class NumberedFiles implements RollingPolicy {

    private final Path file;
    private final int olderFiles;
    private boolean started;

    NumberedFiles(Path file, int olderFiles) {
        this.file = file;
        this.olderFiles = olderFiles;
    }

    @Override
    public void rollover() {
        try {
            makeRoom();
            move(file, numbered(1));
        } catch (IOException failure) {
            throw new RolloverFailure("The log '" + file.getFileName() + "' could not be rolled over", failure);
        }
    }

    /** Rolls over a log that another has open to append to it: copies and empties it; a line in between is lost. */
    void copyOver() throws IOException {
        makeRoom();
        Files.copy(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
            log.truncate(0);
        }
    }

    private void makeRoom() throws IOException {
        for (int number = olderFiles - 1; number >= 1; number--) {
            move(numbered(number), numbered(number + 1));
        }
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String getActiveFileName() {
        return file.toString();
    }

    @Override
    public CompressionMode getCompressionMode() {
        return CompressionMode.NONE;
    }

    @Override
    public void setParent(FileAppender<?> appender) {
        // The file is known
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isStarted() {
        return started;
    }
}
