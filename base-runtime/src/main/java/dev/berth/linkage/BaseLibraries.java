package dev.berth.linkage;

import static java.util.stream.Collectors.groupingBy;

import dev.berth.artifact.Library;
import dev.berth.artifact.LibraryCoordinates;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The libraries of the base; immutable, and the same whatever order they are given in. */
public final class BaseLibraries {

    private final List<BaseLibrary> all;
    private final Map<String, List<BaseLibrary>> byArtifact;
    private final Map<LibraryCoordinates, BaseLibrary> byCoordinates;

    /** Makes the set of these libraries. */
    public BaseLibraries(Collection<BaseLibrary> libraries) {
        this.all = libraries.stream()
                .sorted(Comparator.comparing(BaseLibrary::coordinates))
                .toList();
        this.byArtifact =
                all.stream().collect(groupingBy(library -> library.coordinates().artifact()));
        this.byCoordinates = all.stream()
                .collect(Collectors.toMap(BaseLibrary::coordinates, Function.identity(), (first, second) -> first));
    }

    /** Returns all libraries, in alphabetical order. */
    public List<BaseLibrary> all() {
        return all;
    }

    /** Returns those that every biz sees. */
    public List<BaseLibrary> exported() {
        return all.stream().filter(MustShare::isExported).toList();
    }

    /** Returns the library of this artifact, of whatever group. */
    Optional<BaseLibrary> find(String artifact) {
        return byArtifact.getOrDefault(artifact, List.of()).stream().findFirst();
    }

    /**
     * Returns the base's library that a biz's library is a copy of: the same artifact, and the same group where both are
     * known; else a package in common, unless one of them has none to compare. Of several the newest.
     */
    Optional<BaseLibrary> counterpart(Library library) {
        List<BaseLibrary> sameArtifact =
                byArtifact.getOrDefault(library.coordinates().artifact(), List.of());
        return sameArtifact.stream()
                .filter(base -> isSame(base, library))
                .max(Comparator.comparing(BaseLibrary::coordinates, Versions.ORDER));
    }

    /** Returns all that a library may link to, directly or by others, but not beyond where the walk is to stop. */
    Set<BaseLibrary> reach(BaseLibrary library, Predicate<BaseLibrary> stop) {
        Set<BaseLibrary> reached = new HashSet<>();
        Deque<BaseLibrary> open = new ArrayDeque<>(List.of(library));
        while (!open.isEmpty()) {
            for (LibraryCoordinates coordinates : open.pop().references().get()) {
                BaseLibrary next = byCoordinates.get(coordinates);
                if (next != null && reached.add(next) && !stop.test(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static boolean isSame(BaseLibrary base, Library library) {
        Optional<String> ours = base.coordinates().group();
        Optional<String> theirs = library.coordinates().group();
        if (ours.isPresent() && theirs.isPresent()) {
            return ours.equals(theirs);
        }
        return library.isDeclaredOnly()
                || (base.packages().isEmpty() && library.packages().isEmpty())
                || !Collections.disjoint(base.packages(), library.packages());
    }
}
