package dev.berth.ark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;

/**
 * Writes the index of the default base's libraries; started by the build, never by a base.
 *
 * <p>What an index of an earlier build has is taken from there.
 */
final class ReferenceIndexBuild {

    private ReferenceIndexBuild() {}

    /**
     * Writes an index.
     *
     * @param arguments its file and a class path, whose folders are passed over
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), arguments[1]);
    }

    static void write(Path index, String classPath) throws IOException {
        ReferenceIndex before = earlier(index);
        SortedSet<String> lines = new TreeSet<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                lines.add(line(entry, before));
            }
        }
        Files.createDirectories(index.getParent());
        Files.write(index, lines);
    }

    private static ReferenceIndex earlier(Path index) throws IOException {
        try (InputStream in = Files.exists(index) ? Files.newInputStream(index) : InputStream.nullInputStream()) {
            return ReferenceIndex.read(in);
        }
    }

    private static String line(String file, ReferenceIndex before) throws IOException {
        try (JarFile jar = new JarFile(file)) {
            String digest = JarDigest.of(jar);
            Optional<Set<String>> known = before.packages(digest);
            return ReferenceIndex.line(digest, known.isPresent() ? known.get() : ClassReferences.of(jar));
        }
    }
}
