package dev.berth.artifact;

import java.util.Optional;
import java.util.Set;

/**
 * A library that a biz declares: nested in its jar, or only named in its manifest because the base is to provide it.
 *
 * @param coordinates its name and version
 * @param packages the packages that it has classes in; empty for one that is only named
 * @param entryName where it lies in the biz's jar, unless it is only named
 */
public record Library(LibraryCoordinates coordinates, Set<String> packages, Optional<String> entryName) {

    public Library {
        packages = Set.copyOf(packages);
    }

    /** Makes a library that the biz's manifest names and its jar doesn't have. */
    public static Library declaredOnly(LibraryCoordinates coordinates) {
        return new Library(coordinates, Set.of(), Optional.empty());
    }

    /** Makes a library that lies in the biz's jar. */
    public static Library nested(LibraryFacts facts, String entryName) {
        return new Library(facts.coordinates(), facts.packages(), Optional.of(entryName));
    }

    /** Says whether only the base can provide it. */
    public boolean isDeclaredOnly() {
        return entryName.isEmpty();
    }
}
