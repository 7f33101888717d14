package dev.berth.artifact;

import java.util.Set;

/**
 * What a library says about itself.
 *
 * @param coordinates its name and version
 * @param packages the packages that it has classes in, such as {@code org.slf4j}
 */
public record LibraryFacts(LibraryCoordinates coordinates, Set<String> packages) {

    public LibraryFacts {
        packages = Set.copyOf(packages);
    }
}
