package dev.berth.ark;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/**
 * Knows which libraries of a base link to which others.
 *
 * <p>That takes the constants of all classes of a library. They are read when somebody asks for that library first, and only
 * where neither the index of the build nor an earlier start has them. Safe for use by many threads.
 */
final class BaseReferences {

    private final ReferenceCache cache;
    private final Map<String, Set<LibraryCoordinates>> owners = new HashMap<>();
    private Optional<ReferenceIndex> index = Optional.empty();

    BaseReferences(Collection<BaseLocation> locations, ReferenceCache cache) {
        this.cache = cache;
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

    private Set<String> packages(BaseLocation location) {
        try (JarFile jar = location.open()) {
            String digest = JarDigest.of(jar);
            Optional<Set<String>> known = index().packages(digest).or(() -> cache.read(digest));
            if (known.isPresent()) {
                return known.get();
            }
            Set<String> packages = ClassReferences.of(jar);
            cache.write(digest, packages);
            return packages;
        } catch (IOException failure) {
            throw new UncheckedIOException("A jar of the base can't be read", failure);
        }
    }

    private synchronized ReferenceIndex index() {
        ReferenceIndex known = index.orElseGet(ReferenceIndex::ofTheBuild);
        index = Optional.of(known);
        return known;
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
