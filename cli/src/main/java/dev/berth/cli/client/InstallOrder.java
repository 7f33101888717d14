package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks for a jar to be installed.
 *
 * @param jar the file; it is read, never changed
 * @param name the name to use instead of the one the jar states
 * @param version the version to use instead of the one the jar states
 * @param contextPath the path to use instead of the one the jar states
 * @param sha256 the digest that the base must find, unless any will do
 * @param startDeadline how long the biz may take to start, unless the base's setting applies
 * @param strategy what becomes of another version that is installed, unless the base's default applies
 * @param force whether to install although the base holds more closed revisions than its budget allows
 */
public record InstallOrder(
        Path jar,
        Optional<String> name,
        Optional<String> version,
        Optional<String> contextPath,
        Optional<String> sha256,
        Optional<Duration> startDeadline,
        Optional<String> strategy,
        boolean force) {

    /** As a path: the file system has made one slash of several. */
    private static final Pattern URL = Pattern.compile("(?i)(https?|ftp|file|s3):/.*");

    /** Refuses a file that is not there, before anybody is asked anything. */
    public InstallOrder {
        if (URL.matcher(jar.toString()).matches()) {
            // The address is not repeated, since it may have a password or a token in it
            throw new CliException(
                    ExitCode.USAGE,
                    "The jar is given as a URL, which is not fetched",
                    "Fetch it first, such as with curl -fLO, and give the file.");
        }
        if (Files.isDirectory(jar)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "'" + jar + "' is a directory",
                    "Give the jar that the build made, such as target/*.jar.");
        }
        if (Files.exists(jar) && !Files.isRegularFile(jar)) {
            throw new CliException(
                    ExitCode.USAGE, "'" + jar + "' is no plain file", "Give the jar that the build made.");
        }
        if (!Files.isRegularFile(jar)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "There is no file '" + jar + "'",
                    "Build it first, or check the path; a pattern that matches nothing stands as it was typed.");
        }
    }

    /** Asks for a jar to be installed as it describes itself. */
    public static InstallOrder of(Path jar) {
        return new InstallOrder(
                jar,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Asks for the same jar as another version. */
    public InstallOrder asVersion(String other) {
        return new InstallOrder(jar, name, Optional.of(other), contextPath, sha256, startDeadline, strategy, force);
    }

    String query() {
        Query query = new Query();
        Optional.ofNullable(jar.getFileName()).ifPresent(file -> query.add("fileName", file.toString()));
        name.ifPresent(value -> query.add("name", value));
        version.ifPresent(value -> query.add("version", value));
        contextPath.ifPresent(value -> query.add("contextPath", value));
        sha256.ifPresent(value -> query.add("sha256", value));
        startDeadline.ifPresent(value -> query.add("startDeadline", value.toString()));
        strategy.ifPresent(value -> query.add("strategy", value));
        if (force) {
            query.add("force", "true");
        }
        return query.toString();
    }
}
