package dev.berth.control;

import dev.berth.linkage.LinkageDecision;
import java.util.Locale;

/** Shows decisions of linkage as callers see them. */
final class LinkageEntries {

    private LinkageEntries() {}

    static LinkageView.Entry entry(LinkageDecision decision) {
        return new LinkageView.Entry(
                decision.library().coordinates().name(),
                decision.library().coordinates().version().orElse(""),
                decision.base().flatMap(base -> base.coordinates().version()),
                decision.sharing().name().toLowerCase(Locale.ROOT),
                decision.reason());
    }
}
