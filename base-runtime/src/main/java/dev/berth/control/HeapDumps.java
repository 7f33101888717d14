package dev.berth.control;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes heap dumps, one at a time, into the folder {@code work/heap-dumps} of the home.
 *
 * <p>The JVM stands still meanwhile. Only the owner of the home can read the file, which has all that is in memory,
 * secrets too. Safe for use by many threads.
 */
final class HeapDumps {

    private static final Logger logger = LoggerFactory.getLogger(HeapDumps.class);
    private static final long MEGABYTE = 1 << 20;

    private final Path folder;
    private final Semaphore turn = new Semaphore(1);

    /** Takes a home's folder for dumps; what a killed base left in it is removed. */
    HeapDumps(Path home) {
        folder = home.resolve("work").resolve("heap-dumps");
        WorkFolders.delete(folder);
    }

    /**
     * Dumps what is reachable.
     *
     * @return the dump, which the caller closes; until then there is no other
     * @throws BerthException with HEAP_DUMP_RUNNING, or STORAGE_FAILED when the disk is too full; nothing remains then
     */
    HeapDump take() {
        if (!mayBegin()) {
            throw new BerthException(
                    ErrorCode.HEAP_DUMP_RUNNING,
                    "Another heap dump is being taken",
                    "Ask again when it has been received.");
        }
        HeapDump dump = new HeapDump(folder.resolve("heap.hprof"), turn::release);
        boolean done = false;
        try {
            write(folder.resolve("heap.hprof"));
            done = true;
            return dump;
        } finally {
            if (!done) {
                dump.close();
            }
        }
    }

    /** A caller has the last byte a moment before the file is gone. */
    private boolean mayBegin() {
        try {
            return turn.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
    }

    private void write(Path file) {
        try {
            Files.createDirectories(folder);
            ownerOnly(folder.toFile());
            Files.deleteIfExists(file);
            checkSpace();
            long begun = System.nanoTime();
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
            logger.info(
                    "A heap dump of {} MB was taken in {} ms",
                    Files.size(file) / MEGABYTE,
                    (System.nanoTime() - begun) / 1_000_000);
        } catch (IOException failure) {
            throw new BerthException(
                    ErrorCode.STORAGE_FAILED,
                    "The heap dump could not be written to the home of the base",
                    "Check that the home has free space and belongs to the user who runs the base.",
                    failure);
        }
    }

    /** The JVM makes the file readable by its owner alone; the folder hides that there is one. */
    private static void ownerOnly(File directory) {
        boolean closed = directory.setReadable(false, false)
                & directory.setReadable(true, true)
                & directory.setExecutable(false, false)
                & directory.setExecutable(true, true);
        if (!closed) {
            logger.debug("The folder of heap dumps has the rights that the file system gives it");
        }
    }

    /** A dump has about the size of what is in use; a disk that it fills is worse than none. */
    private void checkSpace() throws IOException {
        long needed = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed + needed / 4) {
            throw new BerthException(
                    ErrorCode.STORAGE_FAILED,
                    "The disk of the home has " + free / MEGABYTE + " MB free, and a heap dump may need "
                            + (needed + needed / 4) / MEGABYTE + " MB",
                    "Free some space on the disk of the home and ask again.");
        }
    }
}
