package dev.berth.artifact;

import dev.berth.error.BerthException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what a file is that can't be opened as a jar, by its first bytes. */
final class Unreadable {

    private static final int ZIP = 0x504b0304;
    private static final int ELF = 0x7f454c46;
    private static final int MACH_O = 0xcffaedfe;
    private static final int WINDOWS = 0x4d5a;

    private Unreadable() {}

    /**
     * Words the refusal.
     *
     * @param file the stored file
     * @param subject what the caller calls it, as the start of a sentence
     * @param cause how opening it failed
     */
    static BerthException refuse(Path file, String subject, Exception cause) {
        int head = head(file);
        if (head == ELF || head == MACH_O || head >>> 16 == WINDOWS) {
            return Refusal.unsupported(
                    subject + " is a native executable, and a base runs in a JVM",
                    "Build the executable jar of the same application, with spring-boot-maven-plugin (goal repackage) or"
                            + " Gradle's bootJar.");
        }
        return Refusal.notAJar(subject + what(file, head, cause), cause);
    }

    private static String what(Path file, int head, Exception cause) {
        if (file.toFile().length() == 0) {
            return " is empty";
        }
        if (head != ZIP) {
            return " is not a jar";
        }
        // The words are the JDK's; should they change one day, the general ones are not wrong
        return String.valueOf(cause.getMessage()).contains("encrypted")
                ? " is encrypted"
                : " is only a part of a jar, or a damaged one";
    }

    private static int head(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(Integer.BYTES);
            return bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
        } catch (IOException e) {
            // What failed before this is the error to tell
            return 0;
        }
    }
}
