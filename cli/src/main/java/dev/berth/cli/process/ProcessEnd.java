package dev.berth.cli.process;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells whether a process runs, and waits for its end.
 *
 * <p>Looks for itself rather than with {@link ProcessHandle#onExit()}, which looks at processes of others only every second or two. A
 * zombie counts as ended: in a container whose first process collects no orphans, a base that was stopped stays one for ever.
 */
public final class ProcessEnd {

    private static final long POLL_MILLIS = 20;

    private ProcessEnd() {}

    /** Returns whether the process runs. */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /**
     * Waits for the end of a process.
     *
     * @return whether it came within the wait
     */
    public static boolean within(ProcessHandle process, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (runs(process)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** The state stands behind the command, which is in brackets and may hold any character. */
    private static boolean isZombie(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return line.startsWith(") Z", line.lastIndexOf(')'));
        } catch (IOException e) {
            // No /proc on this system, or the process has just ended
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while the end of a process was awaited", "", e);
        }
    }
}
