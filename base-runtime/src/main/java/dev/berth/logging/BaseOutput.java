package dev.berth.logging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the file to which the command line has the output of a base appended, which has all that the biz log in it too.
 *
 * <p>The file is the process's own output, so that it can't be replaced: it is copied and emptied. Looked at with each
 * line that is logged, at most every 50 ms. Safe for use by many threads.
 */
final class BaseOutput {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path file;
    private final long limit;
    private final NumberedFiles older;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

    /**
     * Looks after a file, which need not be there.
     *
     * @param file the file
     * @param limit how many bytes it may have before it is emptied
     * @param olderFiles how many copies are kept
     */
    BaseOutput(Path file, long limit, int olderFiles) {
        this.file = file;
        this.limit = limit;
        this.older = new NumberedFiles(file, olderFiles);
    }

    void look() {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0
                && nextLook.compareAndSet(due, now + LOOK_NANOS)
                && file.toFile().length() > limit) {
            empty();
        }
    }

    private synchronized void empty() {
        try {
            older.copyOver();
        } catch (IOException failure) {
            // It can't be logged from here, and the next look tries again
        }
    }
}
