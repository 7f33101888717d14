package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs bin/berth itself, against the jar that this build has just made. */
@Timeout(60)
class LauncherIT {

    private static final Path LAUNCHER = Path.of("bin", "berth").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void berthWhenCalledThroughLinksFromElsewhereFindsItsTree() throws Exception {
        // Given
        Path first = Files.createSymbolicLink(directory.resolve("first link"), LAUNCHER);
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("first link"));
        assertThat(first).isSymbolicLink();

        // When
        Ended ended = run(second, Map.of(), "--version");

        // Then
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("berth \\d.*\\R");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void berthWhenArgumentsHaveBlanksPassesThemAsTheyAre() throws Exception {
        // Given / When
        Ended ended = run(LAUNCHER, Map.of(), "install", "no such *.jar");

        // Then
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("'no such *.jar'");
    }

    @Test
    void berthWhenJdkIsTooOldRefusesInOneLineAndHint() throws Exception {
        // Given
        Path jdk = directory.resolve("jdk-11");
        Files.createDirectories(jdk.resolve("bin"));
        Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"11.0.2\"\n");

        // When
        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", jdk.toString()), "--version");

        // Then
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("is Java 11.0.2, and Berth needs 17 or newer")
                .hasLineCount(2);
    }

    @Test
    void berthWhenJavaHomeHasNoJavaRefuses() throws Exception {
        // Given / When
        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", directory.toString()), "--version");

        // Then
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("JAVA_HOME is '" + directory + "'");
    }

    @Test
    void berthWhenBuildFailsTellsTheLogAndPrintsNothingElse() throws Exception {
        // Given
        Path tree = Files.createDirectories(directory.resolve("tree/cli/bin"));
        Path launcher = Files.copy(LAUNCHER, tree.resolve("berth"));
        Path maven = Files.createDirectories(directory.resolve("maven")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho 'The build is broken'\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        String path = maven.getParent() + ":" + System.getenv("PATH");

        // When
        Ended ended = run(launcher, Map.of("PATH", path), "--version");

        // Then
        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("  | The build is broken", "berth: The build failed", "build.log");
        assertThat(directory.resolve("tree/cli/target/.build-lock")).doesNotExist();
    }

    @Test
    void berthWhenLockIsLeftByDeadOwnerTakesItAway() throws Exception {
        // Given
        Path tree = Files.createDirectories(directory.resolve("tree/cli/bin"));
        Path launcher = Files.copy(LAUNCHER, tree.resolve("berth"));
        Path maven = Files.createDirectories(directory.resolve("maven")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path lock = Files.createDirectories(directory.resolve("tree/cli/target/.build-lock"));
        Files.writeString(lock.resolve("pid"), String.valueOf(dead.pid()));

        // When
        Ended ended = run(launcher, Map.of("PATH", maven.getParent() + ":" + System.getenv("PATH")), "--version");

        // Then
        assertThat(ended.exit()).isEqualTo(70);
        assertThat(ended.err()).doesNotContain("waiting");
    }

    private Ended run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("BERTH_REBUILD");
        builder.environment().putAll(environment);
        Path err = directory.resolve("stderr");
        Process process = builder.directory(directory.toFile())
                .redirectError(err.toFile())
                .start();
        String out = read(process.getInputStream());
        return new Ended(process.waitFor(), out, Files.readString(err));
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private record Ended(int exit, String out, String err) {}
}
