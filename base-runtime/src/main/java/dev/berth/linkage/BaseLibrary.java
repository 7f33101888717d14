package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import java.util.Set;

/**
 * A library of the base.
 *
 * @param coordinates its name and version
 * @param packages the packages that it has classes in
 * @param exported whether every biz sees it, because it holds contracts between the base and its bizs
 * @param references the libraries of the base that its classes may link to; empty when that is unknown
 */
public record BaseLibrary(
        LibraryCoordinates coordinates, Set<String> packages, boolean exported, Set<LibraryCoordinates> references) {

    public BaseLibrary {
        packages = Set.copyOf(packages);
        references = Set.copyOf(references);
    }

    /** Makes a library that isn't exported and whose references are unknown. */
    public static BaseLibrary of(LibraryFacts facts) {
        return new BaseLibrary(facts.coordinates(), facts.packages(), false, Set.of());
    }
}
