package dev.berth.ark;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import dev.berth.linkage.BaseLibrary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the base shows to every biz, declared or not: whole libraries, and packages of any library or of the base itself.
 *
 * <p>The packages of {@code biz-api} are always among them.
 *
 * @param libraries group and artifact of each exported library, such as {@code com.acme:contracts}
 * @param packages the exported packages, without those below them
 */
public record Exports(Set<String> libraries, Set<String> packages) {

    private static final Set<String> API_PACKAGES = Set.of("dev.berth.api", "dev.berth.api.spi");
    private static final String API_ARTIFACT = "biz-api";

    public Exports {
        libraries = Set.copyOf(libraries);
        Set<String> all = new HashSet<>(packages);
        all.addAll(API_PACKAGES);
        packages = Set.copyOf(all);
    }

    /** Returns the exports that every base has. */
    public static Exports none() {
        return new Exports(Set.of(), Set.of());
    }

    /** Returns what is exported, for people, in alphabetical order. */
    public List<String> names() {
        Set<String> all = new HashSet<>(libraries);
        all.addAll(packages);
        return all.stream().sorted().toList();
    }

    BaseLibrary library(BaseLocation location, BaseReferences references) {
        LibraryFacts facts = location.facts().orElseThrow();
        return new BaseLibrary(
                facts.coordinates(), facts.packages(), exports(facts.coordinates()), references.of(location));
    }

    boolean exports(LibraryCoordinates coordinates) {
        return coordinates.artifact().equals(API_ARTIFACT)
                || libraries.stream().anyMatch(name -> names(name, coordinates));
    }

    /** Many jars do not say which group they are of; the artifact has to do then. */
    private static boolean names(String exported, LibraryCoordinates coordinates) {
        int colon = exported.indexOf(':');
        boolean sameGroup = colon < 0
                || coordinates.group().map(exported.substring(0, colon)::equals).orElse(true);
        return sameGroup && exported.substring(colon + 1).equals(coordinates.artifact());
    }
}
