package dev.berth.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A TCP socket on which a process of this machine listens, as Linux tells.
 *
 * @param port the port
 * @param loopback whether it is bound to a loopback address
 */
record ListeningSocket(int port, boolean loopback) {

    private static final String LISTEN = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    /** Reads the sockets of a process. */
    static Set<ListeningSocket> of(long pid) {
        try {
            Path process = Path.of("/proc", Long.toString(pid));
            Set<String> own = inodes(process.resolve("fd"));
            Set<ListeningSocket> sockets = new HashSet<>();
            for (String table : List.of("tcp", "tcp6")) {
                for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
                    String[] fields = line.strip().split("\\s+");
                    if (fields[3].equals(LISTEN) && own.contains(fields[9])) {
                        sockets.add(parse(fields[1]));
                    }
                }
            }
            return sockets;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ListeningSocket parse(String address) {
        int colon = address.indexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1), 16);
        return new ListeningSocket(port, LOOPBACK.contains(address.substring(0, colon)));
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> links = Files.list(descriptors)) {
            for (Path link : links.toList()) {
                String target = target(link);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    /** A descriptor may be closed while the folder is read. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
