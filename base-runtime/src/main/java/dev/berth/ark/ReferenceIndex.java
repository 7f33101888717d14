package dev.berth.ark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which packages the classes of jars mention, by the digest of each jar.
 *
 * <p>The build writes one of the libraries of the default base ({@link ReferenceIndexBuild}); an own base that has some of
 * them gains by it too. A text: a line for each jar, its digest and the packages, with slashes. Immutable.
 */
final class ReferenceIndex {

    private static final String RESOURCE = "/META-INF/berth/base-references.txt";

    private final Map<String, String> lines;

    private ReferenceIndex(Map<String, String> lines) {
        this.lines = Map.copyOf(lines);
    }

    /** Reads the one that the build wrote; an empty one where there is none. */
    static ReferenceIndex ofTheBuild() {
        try (InputStream in = ReferenceIndex.class.getResourceAsStream(RESOURCE)) {
            return in == null ? new ReferenceIndex(Map.of()) : read(in);
        } catch (IOException failure) {
            throw new UncheckedIOException("The index of the base's references can't be read", failure);
        }
    }

    /** Reads a text. */
    static ReferenceIndex read(InputStream text) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        Map<String, String> lines = new HashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return new ReferenceIndex(lines);
    }

    /** Returns the line of a jar. */
    static String line(String digest, Set<String> packages) {
        return digest + ' ' + String.join(" ", new TreeSet<>(packages));
    }

    /** Returns the packages that the classes of a jar mention, if it is in the index. */
    Optional<Set<String>> packages(String digest) {
        return Optional.ofNullable(lines.get(digest)).map(ReferenceIndex::parse);
    }

    private static Set<String> parse(String packages) {
        return packages.isEmpty() ? Set.of() : Set.of(packages.split(" ", -1));
    }
}
