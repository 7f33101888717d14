package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import dev.berth.control.BizView.RevisionView;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows revisions as callers see them. */
final class RevisionViews {

    private final RevisionRegistry registry;

    RevisionViews(RevisionRegistry registry) {
        this.registry = registry;
    }

    List<BizView> all() {
        Map<BizName, List<Revision>> byName = registry.revisions().stream()
                .collect(Collectors.groupingBy(
                        revision -> revision.id().name(), TreeMap::new, Collectors.toUnmodifiableList()));
        return byName.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    BizView one(BizName name) {
        List<Revision> revisions = registry.revisions(name);
        if (revisions.isEmpty()) {
            throw Uninstaller.notInstalled("'" + name + "'");
        }
        return view(name, revisions);
    }

    LinkageView linkage(BizName name) {
        Revision revision = shown(name, registry.revisions(name));
        List<LinkageView.Entry> entries = revision.spec().linkage().decisions().stream()
                .map(LinkageEntries::entry)
                .sorted(Comparator.comparing(LinkageView.Entry::library))
                .toList();
        return new LinkageView(
                name.value(), revision.id().version().value(), revision.id().toString(), entries);
    }

    private BizView view(BizName name, List<Revision> revisions) {
        Revision shown = shown(name, revisions);
        return new BizView(
                name,
                shown.id().version().value(),
                shown.state().label(),
                shown.servedAt().map(ContextPath::value),
                revisions.stream().map(RevisionViews::view).toList());
    }

    private Revision shown(BizName name, List<Revision> revisions) {
        return revisions.stream()
                .filter(Revision::active)
                .findFirst()
                .or(() -> revisions.stream().findFirst())
                .orElseThrow(() -> Uninstaller.notInstalled("'" + name + "'"));
    }

    private static RevisionView view(Revision revision) {
        int shared = revision.spec().linkage().shared().size();
        return new RevisionView(
                revision.id().toString(),
                revision.id().version().value(),
                revision.state().label(),
                detail(revision.state()),
                revision.spec().layout(),
                revision.spec().digest().hex(),
                revision.servedAt().map(ContextPath::value),
                revision.installedAt(),
                revision.startTime().map(Duration::toNanos).map(nanos -> nanos / 1_000_000.0),
                shared,
                revision.spec().linkage().brought().size());
    }

    private static Optional<String> detail(RevisionState state) {
        if (state instanceof RevisionState.Held held) {
            return Optional.of(String.join(System.lineSeparator(), held.holders()));
        }
        return state instanceof RevisionState.Failed failed
                ? Optional.ofNullable(failed.cause().getMessage())
                : Optional.empty();
    }
}
