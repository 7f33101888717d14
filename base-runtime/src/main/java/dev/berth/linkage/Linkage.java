package dev.berth.linkage;

import dev.berth.artifact.Library;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which libraries a biz shares with the base and which it brings.
 *
 * @param decisions one a library that the biz declares, in alphabetical order
 * @param exported what every biz sees, declared or not
 */
public record Linkage(List<LinkageDecision> decisions, List<BaseLibrary> exported) {

    public Linkage {
        decisions = List.copyOf(decisions);
        exported = List.copyOf(exported);
    }

    /** Returns the libraries of the base that the biz sees. */
    public Set<BaseLibrary> shared() {
        Set<BaseLibrary> shared = new LinkedHashSet<>(exported);
        decisions.stream()
                .filter(decision -> decision.sharing() == Sharing.SHARE)
                .forEach(decision -> decision.base().ifPresent(shared::add));
        return shared;
    }

    /** Returns the libraries that the biz brings. */
    public Set<Library> brought() {
        Set<Library> brought = new LinkedHashSet<>();
        decisions.stream()
                .filter(decision -> decision.sharing() == Sharing.BRING)
                .forEach(decision -> brought.add(decision.library()));
        return brought;
    }
}
