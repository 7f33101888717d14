package dev.berth.linkage;

import dev.berth.artifact.Library;
import dev.berth.artifact.LibraryCoordinates;
import dev.berth.linkage.Versions.Patches;
import java.util.Optional;

/**
 * A library that a biz declares, looked at by itself: the base's copy, and whether that could stand in.
 *
 * @param library as the biz declares it
 * @param base the base's copy, if any
 * @param family the family that it moves with
 * @param fit whether the base's copy can stand in; where there is none, whether the library's version goes with the
 *     members of its family that the base has
 */
record Candidate(Library library, Optional<BaseLibrary> base, Optional<Family> family, Fit fit) {

    static final String NOT_THERE = "Base doesn't have it";

    static Candidate of(Library library, BaseLibraries base) {
        return of(library, base, Patches.NOT_OLDER);
    }

    /** Looks at it again as at a library of which there can be only one, whichever patch of it the base has. */
    Candidate asOnlyOne(BaseLibraries all) {
        return family.filter(Family.SPRING::equals).isPresent() ? this : of(library, all, Patches.ANY);
    }

    private static Candidate of(Library library, BaseLibraries base, Patches patches) {
        Optional<Family> family = Family.of(library.coordinates());
        Optional<BaseLibrary> same = base.counterpart(library);
        if (same.isPresent()) {
            Fit fit = Versions.fit(
                    library.coordinates(), library.isDeclaredOnly(), same.get().coordinates(), patches);
            return new Candidate(library, same, family, fit);
        }
        Optional<BaseLibrary> container = ContainerApis.counterpart(library, base);
        return container.isPresent()
                ? new Candidate(library, container, family, ContainerApis.fit(library, container.get()))
                : new Candidate(library, Optional.empty(), family, fitWithFamily(library.coordinates(), base, patches));
    }

    boolean isMustShare() {
        return MustShare.is(library.coordinates()) || base.filter(MustShare::is).isPresent();
    }

    String artifact() {
        return library.coordinates().artifact();
    }

    /** A module that the base lacks must not be newer than those of its family that the base lends to it. */
    private static Fit fitWithFamily(LibraryCoordinates library, BaseLibraries base, Patches patches) {
        Optional<Family> family = Family.of(library);
        if (family.isEmpty() || library.version().isEmpty()) {
            return Fit.yes(NOT_THERE);
        }
        String line = family.get().line(library);
        return base.all().stream()
                .map(BaseLibrary::coordinates)
                .filter(member -> Family.of(member).equals(family)
                        && family.get().line(member).equals(line))
                .max(Versions.ORDER)
                .flatMap(member -> misfit(library, member, patches))
                .orElse(Fit.yes(NOT_THERE));
    }

    private static Optional<Fit> misfit(LibraryCoordinates library, LibraryCoordinates member, Patches patches) {
        Fit fit = Versions.fit(library, false, member, patches);
        return fit.fits() ? Optional.empty() : Optional.of(Fit.no(fit.reason() + " (" + member.artifact() + ")"));
    }
}
