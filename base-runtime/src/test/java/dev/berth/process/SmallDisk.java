package dev.berth.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A place for a home where no file of many MB has room: a small file system in memory where the user may mount one, else
 * a limit of the shell on the size of each file.
 *
 * @param folder where the home goes
 * @param prefix the command that starts the base there
 * @param mounted whether a file system has to be unmounted
 */
record SmallDisk(Path folder, List<String> prefix, boolean mounted) implements AutoCloseable {

    /** What the home of a base takes, Berth's own libraries above all, and some room beside that. */
    private static final int MEGABYTES = 32;

    private static final int FREE_MEGABYTES = 6;

    /** Makes one, unless this machine has no way to; {@code -Dberth-test.no-mount=true} does as where nothing may be mounted. */
    static Optional<SmallDisk> in(Path directory) throws IOException {
        Path folder = Files.createDirectory(directory.resolve("disk"));
        if (!Boolean.getBoolean("berth-test.no-mount")
                && run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "berth-test", folder.toString())) {
            return Optional.of(new SmallDisk(folder, List.of(), true));
        }
        // The shell counts blocks of 1024 bytes
        String limit = "ulimit -f " + FREE_MEGABYTES * 1024 + " && exec \"$0\" \"$@\"";
        return run("bash", "-c", limit, "true")
                ? Optional.of(new SmallDisk(folder, List.of("bash", "-c", limit), false))
                : Optional.empty();
    }

    /** Leaves six MB: fills the file system, where there is one. */
    void fill() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long left = FREE_MEGABYTES * 1024L * 1024L;
        if (mounted && free > left) {
            Files.write(folder.resolve("filling"), new byte[(int) (free - left)]);
        }
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run("umount", "-l", folder.toString());
        }
    }
}
