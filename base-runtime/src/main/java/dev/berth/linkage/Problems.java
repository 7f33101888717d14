package dev.berth.linkage;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.biz.BizId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what keeps a biz from being linked, and tells it once. */
final class Problems {

    private static final String REMEDY =
            "Build the biz with the versions that the base has, or upgrade the base; leave out"
                    + " of a slim jar only what the base that it goes to has.";

    /**
     * What is alike in several problems of a family.
     *
     * @param family the family, or the library where it has none
     * @param asked the version that the biz has
     * @param had what the base has to say to that
     */
    private record Kind(String family, String asked, String had) {}

    private final Map<Kind, List<String>> artifacts = new LinkedHashMap<>();

    private Problems() {}

    /** Throws one error if there is a library that can't be linked. */
    static void refuseAll(BizId biz, Partition partition) {
        Problems problems = new Problems();
        for (Candidate candidate : partition.candidates()) {
            problem(candidate, partition).ifPresent(had -> problems.add(candidate, had));
        }
        if (!problems.artifacts.isEmpty()) {
            throw new BerthException(
                    ErrorCode.LINKAGE_REFUSED, "The base can't link biz '" + biz + "': " + problems.text(), REMEDY);
        }
    }

    private static Optional<String> problem(Candidate candidate, Partition partition) {
        LibraryCoordinates library = candidate.library().coordinates();
        boolean onlyDeclared = candidate.library().isDeclaredOnly();
        if (candidate.base().isEmpty()) {
            boolean newerThanFamily = !candidate.fit().fits() && partition.isBound(candidate);
            boolean lacking = MustShare.isIndispensable(library)
                    || (onlyDeclared && library.version().isPresent());
            return newerThanFamily || lacking ? Optional.of(candidate.fit().reason()) : Optional.empty();
        }
        if (!candidate.fit().fits()) {
            return partition.isBound(candidate) || onlyDeclared
                    ? Optional.of(candidate.fit().reason())
                    : Optional.empty();
        }
        return partition.apart(candidate).filter(reason -> onlyDeclared);
    }

    private void add(Candidate candidate, String had) {
        LibraryCoordinates library = candidate.library().coordinates();
        Kind kind = new Kind(
                candidate.family().map(Family::title).orElse(library.name()),
                library.version().orElse("of unknown version"),
                had);
        artifacts.computeIfAbsent(kind, key -> new ArrayList<>()).add(library.artifact());
    }

    private String text() {
        List<String> texts = new ArrayList<>();
        artifacts.forEach((kind, names) -> {
            String more = names.size() == 1 ? "" : " and " + (names.size() - 1) + " more of " + kind.family;
            texts.add("'" + names.get(0) + "' " + kind.asked + more + ": " + kind.had);
        });
        return String.join("; ", texts);
    }
}
