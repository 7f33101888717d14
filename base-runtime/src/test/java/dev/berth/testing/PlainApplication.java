package dev.berth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A builder of a user's application as its IDE would run it: a folder of classes and the jars that its POM resolves to,
 * and none of those that a test happens to have beside them. Not safe for threads.
 */
public final class PlainApplication {

    private final List<String> sources = new ArrayList<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final Map<String, Path> libraries = new LinkedHashMap<>();
    private final List<Path> jars = new ArrayList<>();

    /** Starts an application without classes and libraries. */
    public PlainApplication() {}

    /** Adds a compilation unit; its file name follows from its package and first type. */
    public PlainApplication source(String text) {
        sources.add(text);
        return this;
    }

    /** Adds a resource. */
    public PlainApplication resource(String name, String text) {
        resources.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a starter of the test's class path with everything that it resolves to. */
    public PlainApplication starter(String artifact) {
        ClassPathLibrary.closure(artifact)
                .forEach(library -> libraries.put(library.coordinates().artifact(), library.file()));
        return this;
    }

    /** Takes libraries out again, without their dependencies. */
    public PlainApplication without(String... artifacts) {
        libraries.keySet().removeAll(List.of(artifacts));
        return this;
    }

    /** Adds a jar. */
    public PlainApplication jar(Path file) {
        jars.add(file);
        return this;
    }

    /** Adds all jars of a folder. */
    public PlainApplication jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(this::jar);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the {@code biz-api} of this build. */
    public PlainApplication bizApi() {
        return jar(new BizApiJar().jar());
    }

    /**
     * Writes classes and resources.
     *
     * @param directory where to; made if missing
     * @return the class path: the directory, then the libraries
     */
    public List<Path> write(Path directory) {
        List<Path> all = new ArrayList<>(libraries.values());
        all.addAll(jars);
        SortedMap<String, byte[]> files = new TreeMap<>(resources);
        files.putAll(Compilation.compile(sources, all));
        try {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Path file = directory.resolve(entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.add(0, directory);
        return all;
    }
}
