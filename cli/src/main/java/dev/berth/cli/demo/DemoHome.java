package dev.berth.cli.demo;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BerthHome;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home that exists for one demo: because it was empty before, it can be removed with all that is in it.
 *
 * @param home the home
 */
public record DemoHome(BerthHome home) {

    /** Makes a home in the system's folder of temporary files. */
    public static DemoHome temporary() {
        try {
            return new DemoHome(new BerthHome(Files.createTempDirectory("berth-demo-")));
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.USAGE, "No temporary directory can be made", "Give a directory of yours with --home.", e);
        }
    }

    /** Takes a directory that is empty or does not exist; refuses any other, since the demo removes what it finds. */
    public static DemoHome of(BerthHome home) {
        if (Files.exists(home.directory()) && !isEmpty(home.directory())) {
            throw new CliException(
                    ExitCode.CONFLICT,
                    "The directory '" + home.directory() + "' is not empty, and the demo needs a fresh home",
                    "Give a directory that does not exist yet, or none for a temporary one.");
        }
        return new DemoHome(home);
    }

    /** Removes the home; what can't be removed stays and is no error. Links are removed, not followed. */
    void remove() {
        try {
            Files.walkFileTree(home.directory(), new Removal());
        } catch (IOException e) {
            // A temporary directory that stays is not worth the end of a demo that went well
        }
    }

    private static boolean isEmpty(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException error) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
