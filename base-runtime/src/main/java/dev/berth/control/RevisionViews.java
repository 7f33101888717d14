package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import dev.berth.control.BizView.RevisionView;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Shows revisions as callers see them. */
final class RevisionViews {

    private final RevisionRegistry registry;
    private final Wanted wanted;
    private final Standbys standbys;
    private final Downs downs;
    private final StoredLinkage stored;

    RevisionViews(ControlParts parts, Wanted wanted, Standbys standbys, Downs downs) {
        this.registry = parts.registry();
        this.wanted = wanted;
        this.standbys = standbys;
        this.downs = downs;
        this.stored = new StoredLinkage(parts);
    }

    List<BizView> all() {
        Set<BizName> names = new TreeSet<>();
        registry.revisions().forEach(revision -> names.add(revision.id().name()));
        wanted.all().forEach(biz -> names.add(biz.name()));
        return names.stream().flatMap(name -> find(name, Loads::brief).stream()).toList();
    }

    BizView one(BizName name) {
        return find(name, Loads::whole).orElseThrow(() -> Uninstaller.notInstalled("'" + name + "'"));
    }

    private Optional<BizView> find(BizName name, Function<Revision, LoadView> load) {
        List<Revision> revisions = registry.revisions(name);
        Optional<WantedBiz> biz = wanted.find(name);
        Optional<WantedVersion> stopped = biz.filter(WantedBiz::isStopped).flatMap(WantedBiz::current);
        if (stopped.isPresent()) {
            return Optional.of(stopped(biz.get(), stopped.get(), revisions, load));
        }
        Optional<WantedVersion> down = downs.version(name);
        if (down.isPresent() && biz.isPresent()) {
            return Optional.of(down(biz.get(), down.get(), revisions, load));
        }
        return revisions.isEmpty() ? Optional.empty() : Optional.of(view(name, biz, revisions, load));
    }

    private BizView stopped(
            WantedBiz biz, WantedVersion version, List<Revision> revisions, Function<Revision, LoadView> load) {
        return new BizView(
                biz.name(),
                version.version().value(),
                "STOPPED",
                version.servedAt().map(ContextPath::value),
                earlier(biz),
                revisions.stream().map(revision -> view(revision, load)).toList(),
                Optional.empty());
    }

    /** One that comes up now shows how far it is. */
    private BizView down(
            WantedBiz biz, WantedVersion version, List<Revision> revisions, Function<Revision, LoadView> load) {
        Optional<Problem> problem = downs.problem(biz.name());
        String state = revisions.stream()
                .filter(revision -> revision.id().version().equals(version.version())
                        && !(revision.state() instanceof RevisionState.Ended))
                .findFirst()
                .map(revision -> revision.state().label())
                .orElse(problem.isPresent() ? "FAILED" : "STARTING");
        return new BizView(
                biz.name(),
                version.version().value(),
                state,
                version.servedAt().map(ContextPath::value),
                earlier(biz),
                revisions.stream().map(revision -> view(revision, load)).toList(),
                problem.filter(known -> state.equals("FAILED")));
    }

    private static List<String> earlier(WantedBiz biz) {
        List<String> versions = new ArrayList<>();
        biz.earlier().forEach(version -> versions.add(0, version.version().value()));
        return versions;
    }

    LinkageView linkage(BizName name) {
        List<Revision> revisions = registry.revisions(name);
        Optional<WantedVersion> version = wanted.find(name).flatMap(RevisionViews::leading);
        boolean runs = version.isEmpty()
                || revisions.stream()
                        .anyMatch(revision ->
                                revision.id().version().equals(version.get().version()));
        return runs ? linkage(shown(name, revisions)) : stored.of(name, version.get());
    }

    private static Optional<WantedVersion> leading(WantedBiz biz) {
        return biz.current().or(() -> biz.beside().stream().findFirst());
    }

    private static LinkageView linkage(Revision revision) {
        return new LinkageView(
                revision.id().name().value(),
                revision.id().version().value(),
                revision.id().toString(),
                LinkageEntries.all(revision.spec().linkage()));
    }

    ImportsView imports(BizName name, Function<Revision, List<ImportsView.Entry>> imports) {
        Revision revision = shown(name, registry.revisions(name));
        return new ImportsView(
                name.value(), revision.id().version().value(), revision.id().toString(), imports.apply(revision));
    }

    private BizView view(
            BizName name, Optional<WantedBiz> biz, List<Revision> revisions, Function<Revision, LoadView> load) {
        Revision shown = shown(name, revisions);
        return new BizView(
                name,
                shown.id().version().value(),
                shown.state().label(),
                shown.servedAt().map(ContextPath::value),
                biz.map(RevisionViews::earlier).orElse(List.of()),
                revisions.stream().map(revision -> view(revision, load)).toList(),
                Optional.empty());
    }

    private Revision shown(BizName name, List<Revision> revisions) {
        return revisions.stream()
                .filter(Revision::active)
                .findFirst()
                .or(() -> revisions.stream().findFirst())
                .orElseThrow(() -> Uninstaller.notInstalled("'" + name + "'"));
    }

    private RevisionView view(Revision revision, Function<Revision, LoadView> load) {
        int shared = revision.spec().linkage().shared().size();
        return new RevisionView(
                revision.id().toString(),
                revision.id().version().value(),
                revision.state().label(),
                detail(revision.state()),
                revision.state() instanceof RevisionState.Dated dated ? Optional.of(dated.since()) : Optional.empty(),
                revision.calls().count(),
                load.apply(revision),
                revision.troubles().stream().map(TroubleView::of).toList(),
                revision.sessions().carriedCount(),
                revision.sessions().droppedCount(),
                standbys.until(revision),
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
