package dev.berth.cli.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a command outlive the terminal it was started from.
 *
 * <p>The process gets a session of its own, so that neither Ctrl-C in the shell nor the end of the terminal reaches it. Where there
 * is no {@code setsid}, as on macOS, a shell has the two signals ignored, which a JVM respects. Both replace themselves by the
 * command, so the process id stays.
 */
final class Detached {

    private Detached() {}

    static List<String> command(List<String> command, String path) {
        List<String> detached = new ArrayList<>();
        if (onPath("setsid", path)) {
            detached.add("setsid");
        } else {
            detached.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        detached.addAll(command);
        return detached;
    }

    private static boolean onPath(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }
}
