package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A library of the base.
 *
 * @param coordinates its name and version
 * @param packages the packages that it has classes in
 * @param exported whether every biz sees it, because it holds contracts between the base and its bizs
 * @param references finds the libraries of the base that its classes may link to: reading them takes long, and most
 *     installs need none
 * @param plugin the name of the plugin that has it, unless it is on the class path of the base
 */
public record BaseLibrary(
        LibraryCoordinates coordinates,
        Set<String> packages,
        boolean exported,
        Supplier<Set<LibraryCoordinates>> references,
        Optional<String> plugin) {

    public BaseLibrary {
        packages = Set.copyOf(packages);
    }

    /** Makes a library that is on the class path of the base. */
    public BaseLibrary(
            LibraryCoordinates coordinates,
            Set<String> packages,
            boolean exported,
            Supplier<Set<LibraryCoordinates>> references) {
        this(coordinates, packages, exported, references, Optional.empty());
    }

    /** Makes a library that isn't exported and links to none. */
    public static BaseLibrary of(LibraryFacts facts) {
        return new BaseLibrary(facts.coordinates(), facts.packages(), false, Set::of);
    }
}
