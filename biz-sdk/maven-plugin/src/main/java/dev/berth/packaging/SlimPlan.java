package dev.berth.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Which libraries of a module its base provides, which the module brings, and which make it unfit for that base.
 *
 * @param shared left out of the jar, named in its manifest
 * @param brought nested in the jar
 * @param unfit what has to come from the base, and can't: the Spring family
 */
record SlimPlan(List<Library> shared, List<Mismatch> brought, List<Mismatch> unfit) {

    private static final String BOOT = "org.springframework.boot";
    private static final Set<String> SPRING = Set.of(BOOT, "org.springframework");

    SlimPlan {
        shared = List.copyOf(shared);
        brought = List.copyOf(brought);
        unfit = List.copyOf(unfit);
    }

    /** Decides library by library. */
    static SlimPlan of(List<Library> libraries, BaseLibraries base) {
        List<Library> shared = new ArrayList<>();
        List<Mismatch> brought = new ArrayList<>();
        List<Mismatch> unfit = new ArrayList<>();
        for (Library library : libraries) {
            Coordinates coordinates = library.coordinates();
            Optional<String> provided = base.versionOf(coordinates);
            if (isShared(library, provided)) {
                shared.add(library);
            } else if (isUnfit(coordinates, provided.or(() -> bootVersion(coordinates, base)))) {
                unfit.add(new Mismatch(library, provided.or(() -> bootVersion(coordinates, base))));
            } else {
                brought.add(new Mismatch(library, provided));
            }
        }
        return new SlimPlan(shared, brought, unfit);
    }

    /**
     * Checks that the module's Spring can come from the base.
     *
     * @param base how the base is called
     * @throws MojoExecutionException if it can't, with every library concerned, both versions and the remedy
     */
    void requireFit(String base) throws MojoExecutionException {
        if (!unfit.isEmpty()) {
            throw new MojoExecutionException("The module's Spring does not fit " + base + ": "
                    + unfit.stream().map(Mismatch::toString).collect(Collectors.joining(", "))
                    + ". Give the module the base's version of Spring Boot, or name a base that has the module's with"
                    + " -Dberth.base.");
        }
    }

    /** A jar with a classifier is never shared: the base's jar of that name may hold something else. */
    private static boolean isShared(Library library, Optional<String> provided) {
        return library.classifier().isEmpty()
                && provided.filter(
                                version -> ShareRule.isMet(library.coordinates().version(), version))
                        .isPresent();
    }

    private static boolean isUnfit(Coordinates wanted, Optional<String> provided) {
        return SPRING.contains(wanted.group())
                && provided.filter(version -> !ShareRule.isMet(wanted.version(), version))
                        .isPresent();
    }

    /** What the base lacks of Spring Boot has to fit what it has. */
    private static Optional<String> bootVersion(Coordinates coordinates, BaseLibraries base) {
        return coordinates.group().equals(BOOT)
                ? base.versionOf(new Coordinates(BOOT, "spring-boot", coordinates.version()))
                : Optional.empty();
    }

    /**
     * A library that the base doesn't provide as the module needs it.
     *
     * @param library what the module needs
     * @param provided the version that the base has, if any
     */
    record Mismatch(Library library, Optional<String> provided) {

        @Override
        public String toString() {
            return library + " (the base has " + provided.orElse("none") + ")";
        }
    }
}
