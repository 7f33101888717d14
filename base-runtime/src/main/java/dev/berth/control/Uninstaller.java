package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a biz down with all its revisions, or one version of it: no longer wanted, no new calls, those in flight may end,
 * closed, its files removed, its loader gone or what holds it named.
 *
 * <p>Without its current version and any beside it, a biz is not installed, so that uninstalling the last of them takes
 * the others and the history along. Safe for use by many threads. What is no longer wanted is recorded first: a base that
 * is killed on the way does not bring the biz back.
 */
final class Uninstaller {

    private final RevisionRegistry registry;
    private final ClosedPaths closedPaths;
    private final BizLifecycle lifecycle;
    private final Wanted wanted;
    private final UnderLock underLock;
    private final TakeDown takeDown;
    private final LoaderProof loaders;

    Uninstaller(ControlParts parts, Wanted wanted, UnderLock underLock, TakeDown takeDown) {
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.lifecycle = parts.lifecycle();
        this.wanted = wanted;
        this.underLock = underLock;
        this.takeDown = takeDown;
        this.loaders = parts.loaders();
    }

    /** Fails when there is nothing to uninstall. */
    void check(BizName name, @Nullable BizVersion version) {
        if (!isKnown(name, version) && affected(name, version).isEmpty()) {
            throw notFound(name, version);
        }
    }

    private boolean isKnown(BizName name, @Nullable BizVersion version) {
        return wanted.find(name)
                .filter(biz -> version == null || biz.version(version).isPresent())
                .isPresent();
    }

    /** Ends when it is known what became of the loaders; the lock of the biz is given back before. */
    void uninstall(RunningOperation operation, BizName name, @Nullable BizVersion version) {
        List<Revision> stopped = new ArrayList<>();
        underLock.run(name, () -> {
            check(name, version);
            takeDown.awaitLeft(name);
            forget(name, version);
            // Nothing is left of a biz that is not installed
            List<Revision> revisions = affected(name, wanted.find(name).isPresent() ? version : null);
            if (wanted.find(name).filter(WantedBiz::isStopped).isEmpty()) {
                closedPaths.open(name);
            }
            for (Revision revision : revisions) {
                operation.made(revision.id());
                operation.phase("stop", () -> takeDown.stop(revision).forEach(operation::note));
                stopped.add(revision);
            }
            if (stopped.size() > 1) {
                operation.note(tookDown(stopped));
            }
            if (wanted.find(name).isEmpty()) {
                lifecycle.forget(name);
            }
            operation.changed();
        });
        operation.phase("verify", () -> stopped.forEach(revision -> verify(operation, revision)));
    }

    private static String tookDown(List<Revision> revisions) {
        return "Taken down were "
                + revisions.stream().map(revision -> "'" + revision.id() + "'").collect(Collectors.joining(", "));
    }

    private void verify(RunningOperation operation, Revision revision) {
        try {
            loaders.await(revision).map(LoaderViews::outcome).ifPresent(operation::loader);
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
    }

    private void forget(BizName name, @Nullable BizVersion version) {
        if (version == null) {
            wanted.remove(name);
        } else {
            wanted.change(name, biz -> biz.without(version));
        }
    }

    /** The active one first, so that no call comes to another one meanwhile. */
    private List<Revision> affected(BizName name, @Nullable BizVersion version) {
        return registry.running(name).stream()
                .filter(revision -> version == null || revision.id().version().equals(version))
                .sorted(Comparator.comparing(revision -> !revision.active()))
                .toList();
    }

    private BerthException notFound(BizName name, @Nullable BizVersion version) {
        String what = version == null ? "'" + name + "'" : "'" + name + ":" + version + "'";
        List<Revision> held = registry.held().stream()
                .filter(revision -> revision.id().name().equals(name))
                .toList();
        return held.isEmpty() ? notInstalled(what) : closedAlready(what, held.get(0));
    }

    private static BerthException closedAlready(String what, Revision held) {
        return new BerthException(
                ErrorCode.BIZ_NOT_FOUND,
                "Biz " + what + " is not installed; its revision '" + held.id() + "' is closed, but something holds it",
                "See with berth why " + held.id().name() + " what that is.");
    }

    static BerthException notInstalled(String what) {
        return new BerthException(
                ErrorCode.BIZ_NOT_FOUND,
                "Biz " + what + " is not installed",
                "List what is installed with berth list.");
    }
}
