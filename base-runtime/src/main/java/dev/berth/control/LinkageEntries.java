package dev.berth.control;

import dev.berth.linkage.BaseLibrary;
import dev.berth.linkage.Linkage;
import dev.berth.linkage.LinkageDecision;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Shows decisions of linkage as callers see them. */
final class LinkageEntries {

    private LinkageEntries() {}

    /** Returns one entry a library, in alphabetical order. */
    static List<LinkageView.Entry> all(Linkage linkage) {
        return linkage.decisions().stream()
                .map(LinkageEntries::entry)
                .sorted(Comparator.comparing(LinkageView.Entry::library))
                .toList();
    }

    private static LinkageView.Entry entry(LinkageDecision decision) {
        return new LinkageView.Entry(
                decision.library().coordinates().name(),
                decision.library().coordinates().version().orElse(""),
                decision.base().flatMap(base -> base.coordinates().version()),
                decision.base().flatMap(BaseLibrary::plugin),
                decision.sharing().name().toLowerCase(Locale.ROOT),
                decision.reason());
    }
}
