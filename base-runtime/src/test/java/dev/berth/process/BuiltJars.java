package dev.berth.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made before these tests ran, told by system properties that the POM sets. */
public final class BuiltJars {

    private BuiltJars() {}

    /** Returns the default base. */
    static Path exec() {
        return existing("berth-test.exec-jar");
    }

    /** Returns what an application has on its class path to be a base. */
    static Path library() {
        return existing("berth-test.library-jar");
    }

    /** Returns a folder of jars that the POM copied for base applications. */
    public static Path libraries(String folder) {
        return existing("berth-test.libraries").resolve(folder);
    }

    private static Path existing(String property) {
        String value = System.getProperty(property);
        if (value == null || !Files.exists(Path.of(value))) {
            throw new IllegalStateException("No '" + property + "'; run this test with mvn verify");
        }
        return Path.of(value);
    }
}
