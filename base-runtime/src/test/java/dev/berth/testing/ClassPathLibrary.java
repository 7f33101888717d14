package dev.berth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A jar of the local Maven repository that is on the test's class path.
 *
 * @param coordinates its Maven identity, read from where it lies in the repository
 * @param file the jar
 */
public record ClassPathLibrary(Coordinates coordinates, Path file) {

    private static final Map<String, ClassPathLibrary> BY_ARTIFACT = scan();

    /**
     * Finds a library by its artifact id.
     *
     * @throws IllegalArgumentException if the class path has none of that name
     */
    public static ClassPathLibrary named(String artifact) {
        return find(artifact)
                .orElseThrow(() -> new IllegalArgumentException("No '" + artifact + "' on the test's class path"));
    }

    /**
     * Finds everything that a library and its runtime dependencies resolve to, as far as the class path has it.
     *
     * @param artifact the artifact id of a starter or of a library
     */
    public static List<ClassPathLibrary> closure(String artifact) {
        Map<String, ClassPathLibrary> seen = new LinkedHashMap<>();
        collect(named(artifact), seen);
        return List.copyOf(seen.values());
    }

    /** Says whether Boot's packaging leaves the jar out, as it does with starters, which hold no classes. */
    boolean isLeftOutByBoot() {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Spring-Boot-Jar-Type") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(ClassPathLibrary library, Map<String, ClassPathLibrary> seen) {
        if (seen.putIfAbsent(library.coordinates().artifact(), library) == null) {
            MavenPom.read(library.pom()).runtimeDependencies().forEach(artifact -> find(artifact)
                    .ifPresent(dependency -> collect(dependency, seen)));
        }
    }

    private Path pom() {
        String name = coordinates.artifact() + "-" + coordinates.version() + ".pom";
        return file.resolveSibling(name);
    }

    private static Optional<ClassPathLibrary> find(String artifact) {
        return Optional.ofNullable(BY_ARTIFACT.get(artifact));
    }

    private static Map<String, ClassPathLibrary> scan() {
        Collection<Path> jars = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
        Path repository = repository(jars);
        return jars.stream()
                .filter(jar -> jar.startsWith(repository))
                .map(jar -> new ClassPathLibrary(coordinates(repository.relativize(jar)), jar))
                .collect(Collectors.toMap(
                        library -> library.coordinates().artifact(), library -> library, (first, second) -> first));
    }

    /** The repository's root is where the path of a well-known group begins. */
    private static Path repository(Collection<Path> jars) {
        Path known = Path.of("org", "springframework", "spring-core");
        return jars.stream()
                .map(jar -> jar.getParent().getParent())
                .filter(artifact -> artifact.endsWith(known))
                .map(artifact -> artifact.getParent().getParent().getParent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No spring-core on the test's class path"));
    }

    private static Coordinates coordinates(Path inRepository) {
        List<String> names = new ArrayList<>();
        inRepository.forEach(name -> names.add(name.toString()));
        int artifact = names.size() - 3;
        String group = String.join(".", names.subList(0, artifact));
        return new Coordinates(group, names.get(artifact), names.get(artifact + 1));
    }
}
