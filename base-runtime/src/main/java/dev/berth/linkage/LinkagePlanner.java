package dev.berth.linkage;

import dev.berth.artifact.Library;
import dev.berth.biz.BizId;
import dev.berth.error.BerthException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides for each library of a biz whether the base's copy serves it.
 *
 * <p>A library is shared when the base has the same group and artifact in the same major version, and not older.
 * Families ({@link Family}) move as one. What must be shared ({@link MustShare}) and can't be is refused, all of it in
 * one error. What the base has doesn't matter to a biz that doesn't declare it; exported libraries are the exception.
 *
 * <p>Pure: the same answer for the same input, in whatever order.
 */
public final class LinkagePlanner {

    private LinkagePlanner() {}

    /**
     * Plans the linkage of a biz.
     *
     * @param biz the biz, for the error
     * @param declared the libraries that the biz declares
     * @param base those of the base
     * @throws BerthException LINKAGE_REFUSED, naming the biz, and each library that can't be linked with both versions
     */
    public static Linkage plan(BizId biz, List<Library> declared, BaseLibraries base) {
        List<LinkageDecision> decisions = new ArrayList<>();
        List<Library> needed = new ArrayList<>();
        for (Library library : declared) {
            Optional<String> needless = Needless.reason(library);
            needless.ifPresentOrElse(
                    reason -> decisions.add(
                            new LinkageDecision(library, base.counterpart(library), Sharing.IGNORE, reason)),
                    () -> needed.add(library));
        }
        Partition partition = Partition.of(needed, base);
        Problems.refuseAll(biz, partition);
        partition.candidates().forEach(candidate -> decisions.add(decide(candidate, partition)));
        decisions.sort(Comparator.comparing(
                        (LinkageDecision decision) -> decision.library().coordinates())
                .thenComparing(decision -> decision.library().entryName().orElse("")));
        return new Linkage(decisions, base.exported());
    }

    private static LinkageDecision decide(Candidate candidate, Partition partition) {
        Library library = candidate.library();
        if (candidate.base().isEmpty()) {
            return library.isDeclaredOnly()
                    ? new LinkageDecision(
                            library,
                            candidate.base(),
                            Sharing.IGNORE,
                            "Only named in the manifest, and the base doesn't have it")
                    : new LinkageDecision(
                            library,
                            candidate.base(),
                            Sharing.BRING,
                            candidate.fit().reason() + OtherServers.note(library));
        }
        return partition
                .apart(candidate)
                .map(reason -> new LinkageDecision(library, candidate.base(), Sharing.BRING, reason))
                .orElseGet(() -> new LinkageDecision(
                        library,
                        candidate.base(),
                        Sharing.SHARE,
                        candidate.fit().reason() + note(candidate, partition)));
    }

    /** What is bound is shared although it links to the base's copy of something that the biz brings. */
    private static String note(Candidate candidate, Partition partition) {
        return partition
                .linkedApart(candidate)
                .map(linked ->
                        "; it works with the base's " + linked.coordinates().artifact() + ", not with the biz's own")
                .orElse("");
    }
}
