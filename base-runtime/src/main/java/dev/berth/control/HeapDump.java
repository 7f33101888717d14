package dev.berth.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A heap dump of the base, in a file that is removed when this is closed. */
public final class HeapDump implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(HeapDump.class);

    private final Path file;
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Takes a file.
     *
     * @param file the dump
     * @param afterwards is done when the file is gone
     */
    public HeapDump(Path file, Runnable afterwards) {
        this.file = file;
        this.afterwards = afterwards;
    }

    /** Returns how many bytes it has. */
    public long size() throws IOException {
        return Files.size(file);
    }

    /** Writes all of it, in the format HPROF. */
    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            logger.warn("A heap dump could not be removed; the next start of the base does it", failure);
        } finally {
            afterwards.run();
        }
    }
}
