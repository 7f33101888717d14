package dev.berth.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** What a module weighs as a stock Spring Boot jar. */
final class StockSize {

    private StockSize() {}

    /** Returns the length of the jar that Spring Boot made in this build, if there is one. */
    static Optional<Long> ofRepackaged(MavenProject project) throws IOException {
        List<File> jars = Stream.concat(Stream.of(project.getArtifact()), project.getAttachedArtifacts().stream())
                .map(Artifact::getFile)
                .filter(file -> file != null && file.isFile() && file.getName().endsWith(".jar"))
                .toList();
        for (File jar : jars) {
            if (isExecutable(jar)) {
                return Optional.of(jar.length());
            }
        }
        return Optional.empty();
    }

    /** Returns what classes and libraries weigh together, in bytes. */
    static long ofParts(Path classes, List<Library> libraries) throws IOException {
        long total = 0;
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                total += Files.size(file);
            }
        }
        for (Library library : libraries) {
            total += library.size();
        }
        return total;
    }

    /** Writes a number of bytes for people: {@code 20.9 MB}, {@code 97.3 KB}. */
    static String text(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1_000.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    private static boolean isExecutable(File file) throws IOException {
        try (JarFile jar = new JarFile(file)) {
            return jar.getEntry("BOOT-INF/classes/") != null;
        }
    }
}
