package dev.berth.ark;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Knows which libraries of a base link to which others.
 *
 * <p>That takes the constants of all classes of a library, some hundred milliseconds for a large one, so each is read when
 * somebody asks for it first. Safe for use by many threads.
 */
final class BaseReferences {

    private final Map<String, Set<LibraryCoordinates>> owners = new HashMap<>();

    BaseReferences(Collection<BaseLocation> locations) {
        for (BaseLocation location : locations) {
            location.facts().filter(facts -> location.shareable()).ifPresent(this::addOwner);
        }
    }

    private void addOwner(LibraryFacts facts) {
        facts.packages().forEach(name -> owners.computeIfAbsent(name, key -> new HashSet<>())
                .add(facts.coordinates()));
    }

    /** Returns what finds the libraries that the one at a location links to. */
    Supplier<Set<LibraryCoordinates>> of(BaseLocation location) {
        return new Memory(location);
    }

    private Set<LibraryCoordinates> read(BaseLocation location) {
        Set<LibraryCoordinates> found = new HashSet<>();
        for (String name : packages(location)) {
            found.addAll(owners.getOrDefault(name.replace('/', '.'), Set.of()));
        }
        location.facts().ifPresent(facts -> found.remove(facts.coordinates()));
        return Set.copyOf(found);
    }

    private static Set<String> packages(BaseLocation location) {
        Set<String> packages = new HashSet<>();
        try (JarFile jar = location.open()) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (JarEntry entry : classes) {
                try (InputStream classFile = jar.getInputStream(entry)) {
                    ClassReferences.addTo(packages, classFile.readAllBytes());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A jar of the base can't be read", failure);
        }
        return packages;
    }

    /** Reads once. */
    private final class Memory implements Supplier<Set<LibraryCoordinates>> {

        private final BaseLocation location;
        private Optional<Set<LibraryCoordinates>> known = Optional.empty();

        Memory(BaseLocation location) {
            this.location = location;
        }

        @Override
        public synchronized Set<LibraryCoordinates> get() {
            if (known.isEmpty()) {
                known = Optional.of(read(location));
            }
            return known.get();
        }
    }
}
