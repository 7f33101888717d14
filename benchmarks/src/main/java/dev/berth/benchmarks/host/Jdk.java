package dev.berth.benchmarks.host;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK that hosts can run on.
 *
 * @param home its folder
 * @param version its version
 */
public record Jdk(Path home, Runtime.Version version) {

    /**
     * Finds a JDK: the one that a variable {@code JAVA<feature>_HOME} names, this one, or one beside this one.
     *
     * @param feature the version's first number
     * @param environment the variables
     * @param own the folder of the JDK that runs this
     */
    public static Optional<Jdk> find(int feature, Map<String, String> environment, Path own) {
        Optional<Path> named =
                Optional.ofNullable(environment.get("JAVA" + feature + "_HOME")).map(Path::of);
        return Stream.of(named.stream(), Stream.of(own), siblings(own).stream())
                .flatMap(homes -> homes)
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.version.feature() == feature)
                .findFirst();
    }

    /** Returns the program to start. */
    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** Returns the program that asks a JVM of this JDK. */
    Path jcmd() {
        return home.resolve("bin").resolve("jcmd");
    }

    private static List<Path> siblings(Path own) {
        try {
            Path real = own.toRealPath();
            try (Stream<Path> folders = Files.list(real.resolveSibling("."))) {
                return folders.map(Path::normalize).sorted().toList();
            }
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)
                || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            properties.load(reader);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(new Jdk(home, Runtime.Version.parse(version)));
        } catch (IOException | IllegalArgumentException noJdk) {
            return Optional.empty();
        }
    }
}
