package dev.berth.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A builder of small library jars with a Maven identity, for tests of version clashes. Not safe for threads. */
public final class LibraryJar {

    private final Coordinates coordinates;
    private final List<String> sources = new ArrayList<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final List<Path> classPath = new ArrayList<>();

    private LibraryJar(Coordinates coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Starts a library.
     *
     * @param coordinates {@code group:artifact:version}
     */
    public static LibraryJar of(String coordinates) {
        return new LibraryJar(Coordinates.parse(coordinates));
    }

    /** Adds a compilation unit; its file name follows from its package and first type. */
    public LibraryJar source(String text) {
        sources.add(text);
        return this;
    }

    /** Adds a resource. */
    public LibraryJar resource(String name, String text) {
        resources.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets the sources see the classes of another jar. */
    public LibraryJar compiledAgainst(Path jar) {
        classPath.add(jar);
        return this;
    }

    /**
     * Writes {@code <artifact>-<version>.jar}.
     *
     * @param directory where to; made if missing
     * @return the jar
     */
    public Path write(Path directory) {
        return new PlainJar()
                .attribute("Implementation-Title", coordinates.artifact())
                .attribute("Implementation-Version", coordinates.version())
                .identity(coordinates)
                .entries(resources)
                .entries(Compilation.compile(sources, classPath))
                .write(directory.resolve(coordinates.fileName()));
    }
}
