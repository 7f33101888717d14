package dev.berth.ark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Names what the classes of a jar are, by the names, sizes and checksums in its directory: reading the directory takes a
 * few milliseconds where reading the jar takes some hundred.
 */
final class JarDigest {

    /** Counts up when {@link ClassReferences} finds something else in the same classes. */
    private static final String FORMAT = "1\n";

    private JarDigest() {}

    /** Returns 64 hexadecimal digits, the same for every jar with the same classes. */
    static String of(JarFile jar) {
        String directory = jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .map(JarDigest::line)
                .sorted()
                .collect(Collectors.joining("", FORMAT, ""));
        return HexFormat.of().formatHex(sha256().digest(directory.getBytes(StandardCharsets.UTF_8)));
    }

    private static String line(JarEntry entry) {
        return entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
