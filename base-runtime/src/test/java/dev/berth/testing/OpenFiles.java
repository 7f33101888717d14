package dev.berth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What this JVM holds open, as Linux tells it; tests skip where {@link #known()} is false. */
public final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String LISTEN = "0A";

    private OpenFiles() {}

    /** Tells whether this machine can answer. */
    public static boolean known() {
        return Files.isDirectory(DESCRIPTORS) && Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /** Returns what the descriptors of this JVM point to: files by path, sockets by inode. */
    public static Set<String> all() {
        return in(DESCRIPTORS);
    }

    /** Returns what the descriptors of another process point to; nothing where that can't be told. */
    public static Set<String> of(long pid) {
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        return Files.isDirectory(descriptors) ? in(descriptors) : Set.of();
    }

    private static Set<String> in(Path folder) {
        Set<String> targets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(folder)) {
            for (Path descriptor : descriptors.toList()) {
                target(descriptor, targets);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return targets;
    }

    /** Returns the TCP ports on which this JVM listens. */
    public static Set<Integer> listeningPorts() {
        Set<String> open = all();
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String[] socket : rows(Path.of(table))) {
                if (socket[3].equals(LISTEN) && open.contains("socket:[" + socket[9] + "]")) {
                    ports.add(Integer.parseInt(socket[1].substring(socket[1].lastIndexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private static void target(Path descriptor, Set<String> targets) {
        try {
            targets.add(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closed) {
            // Closed since the folder was listed
        }
    }

    private static List<String[]> rows(Path table) {
        if (!Files.isReadable(table)) {
            return List.of();
        }
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> Arrays.stream(line.strip().split("\\s+")).toArray(String[]::new))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
