package dev.berth.artifact;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Words the errors of this package: no path of the host, foreign text bounded and without control characters. */
final class Refusal {

    private static final int MAX_QUOTED = 120;

    private Refusal() {}

    static BerthException notAJar(String message, @Nullable Throwable cause) {
        return new BerthException(
                ErrorCode.NOT_A_JAR,
                message,
                "Give the jar that the build made, for instance target/<name>-<version>.jar; if it is that, build it"
                        + " again.",
                cause);
    }

    static BerthException unsafe(String message) {
        return new BerthException(
                ErrorCode.UNSAFE_ARCHIVE, message, "Build the jar with Maven or Gradle, which write no such entries.");
    }

    static BerthException tooMuch(String message) {
        return new BerthException(
                ErrorCode.UNSAFE_ARCHIVE, message, "Keep data of that size out of the jar, in a file or a database.");
    }

    static BerthException unsupported(String message, String remedy) {
        return new BerthException(ErrorCode.UNSUPPORTED_BIZ, message, remedy);
    }

    static BerthException storage(String what, IOException cause) {
        return new BerthException(
                ErrorCode.STORAGE_FAILED,
                what + reason(cause),
                "Look at the free space and the permissions of the base's home, then try again.",
                cause);
    }

    static String quoted(String text) {
        StringBuilder printable = new StringBuilder("'");
        text.chars().limit(MAX_QUOTED).forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.append(text.length() > MAX_QUOTED ? "…'" : "'").toString();
    }

    /** The message of a {@link FileSystemException} starts with a path of the host; its reason has none. */
    private static String reason(IOException cause) {
        String detail = cause instanceof FileSystemException files ? files.getReason() : cause.getMessage();
        return detail == null || detail.contains("/") || detail.contains("\\") ? "" : ": " + detail;
    }
}
