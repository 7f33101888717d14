package dev.berth.linkage;

import dev.berth.artifact.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts the libraries that base and biz both have into shared ones and those that stay apart.
 *
 * <p>It starts with those whose versions don't fit and adds until nothing changes: the rest of their families, the
 * families that have them in their signatures, and what links to the base's copy, which the biz would not see any more.
 * The last rule spares what has to stay: the core of Spring links to half the world, but only to what is there (its
 * optional integrations then work with the base's copy). Other modules of Spring and Spring Data part one by one.
 */
final class Partition {

    private final BaseLibraries base;
    private final List<Candidate> candidates;
    private final Set<Family> bound = EnumSet.noneOf(Family.class);
    private final Map<Candidate, String> apart = new HashMap<>();

    private Partition(Collection<Library> libraries, BaseLibraries base) {
        this.base = base;
        this.candidates = libraries.stream()
                .map(library -> Candidate.of(library, base))
                .sorted(Comparator.comparing((Candidate each) -> each.library().coordinates())
                        .thenComparing(each -> each.library().entryName().orElse("")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static Partition of(Collection<Library> libraries, BaseLibraries base) {
        Partition partition = new Partition(libraries, base);
        partition.bindFamilies();
        partition.candidates.replaceAll(each -> partition.isBound(each) ? each.asOnlyOne(base) : each);
        partition
                .common()
                .filter(each -> !each.fit().fits())
                .forEach(each -> partition.apart.put(each, each.fit().reason()));
        int before;
        do {
            before = partition.apart.size();
            partition.partCopiesOfOneLibrary();
            partition.partFamilies();
            partition.partWhatLinks();
        } while (partition.apart.size() > before);
        return partition;
    }

    /** Returns all libraries, in alphabetical order. */
    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** Returns why a library that base and biz both have stays apart, if it does. */
    Optional<String> apart(Candidate candidate) {
        return Optional.ofNullable(apart.get(candidate));
    }

    /** Says whether a library must be shared, or moves with one that must. */
    boolean isBound(Candidate candidate) {
        return candidate.isMustShare()
                || candidate.family().filter(bound::contains).isPresent();
    }

    private boolean stays(Candidate candidate) {
        return isBound(candidate) && MustShare.stays(candidate.library().coordinates());
    }

    /** Returns a library that the biz brings and to whose other copy, the base's, this shared one may link. */
    Optional<BaseLibrary> linkedApart(Candidate candidate) {
        Set<BaseLibrary> apartInBase = apartInBase();
        // What links to what takes long to find out, and most installs bring nothing that the base has
        return apartInBase.isEmpty()
                ? Optional.empty()
                : candidate.base().flatMap(library -> base.reach(library, this::stays).stream()
                        .filter(apartInBase::contains)
                        .min(Comparator.comparing(BaseLibrary::coordinates)));
    }

    private boolean stays(BaseLibrary library) {
        boolean isBound = MustShare.is(library)
                || Family.of(library.coordinates()).filter(bound::contains).isPresent();
        return isBound && MustShare.stays(library.coordinates());
    }

    private void bindFamilies() {
        List<Family> open = new ArrayList<>();
        common().filter(Candidate::isMustShare)
                .flatMap(each -> each.family().stream())
                .forEach(open::add);
        while (!open.isEmpty()) {
            Family family = open.remove(open.size() - 1);
            if (bound.add(family)) {
                open.addAll(family.needs());
            }
        }
    }

    /** A biz may have two copies of one library; they can't be shared and brought. */
    private void partCopiesOfOneLibrary() {
        Set<BaseLibrary> apartInBase = apartInBase();
        common().filter(each -> each.base().filter(apartInBase::contains).isPresent())
                .forEach(each -> apart.putIfAbsent(each, "The biz has it twice, and another copy can't be shared"));
    }

    private void partFamilies() {
        for (Family family : Family.values()) {
            if (family.partsByModule() && bound.contains(family)) {
                continue;
            }
            culprit(family)
                    .or(() -> family.needs().stream()
                            .flatMap(needed -> culprit(needed).stream())
                            .findFirst())
                    .ifPresent(culprit -> common(family)
                            .forEach(each -> apart.putIfAbsent(
                                    each,
                                    family.title() + " moves as one, and the base's " + culprit.artifact()
                                            + " can't be shared")));
        }
    }

    private void partWhatLinks() {
        for (Candidate each : common().filter(each -> !stays(each)).toList()) {
            if (!apart.containsKey(each)) {
                linkedApart(each)
                        .ifPresent(linked -> apart.put(
                                each,
                                "Base's copy links to " + linked.coordinates().artifact()
                                        + ", of which the biz brings its own"));
            }
        }
    }

    /** Returns the first member that keeps its family from being shared. */
    private Optional<Candidate> culprit(Family family) {
        List<Candidate> members = members(family).toList();
        return members.stream().filter(each -> !each.fit().fits()).findFirst().or(() -> members.stream()
                .filter(apart::containsKey)
                .findFirst());
    }

    private Stream<Candidate> members(Family family) {
        return candidates.stream()
                .filter(each -> each.family().filter(family::equals).isPresent());
    }

    private Stream<Candidate> common(Family family) {
        return members(family).filter(each -> each.base().isPresent());
    }

    private Stream<Candidate> common() {
        return candidates.stream().filter(each -> each.base().isPresent());
    }

    private Set<BaseLibrary> apartInBase() {
        return apart.keySet().stream().flatMap(each -> each.base().stream()).collect(Collectors.toSet());
    }
}
