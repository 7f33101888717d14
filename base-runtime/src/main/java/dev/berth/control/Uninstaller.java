package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a biz down with all its revisions, or one version of it: no longer wanted, no new calls, those in flight may end,
 * closed, its files removed.
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

    Uninstaller(ControlParts parts, Wanted wanted, UnderLock underLock, TakeDown takeDown) {
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.lifecycle = parts.lifecycle();
        this.wanted = wanted;
        this.underLock = underLock;
        this.takeDown = takeDown;
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

    void uninstall(RunningOperation operation, BizName name, @Nullable BizVersion version) {
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
            }
            if (wanted.find(name).isEmpty()) {
                lifecycle.forget(name);
            }
            operation.changed();
        });
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

    private static BerthException notFound(BizName name, @Nullable BizVersion version) {
        String what = version == null ? "'" + name + "'" : "'" + name + ":" + version + "'";
        return notInstalled(what);
    }

    static BerthException notInstalled(String what) {
        return new BerthException(
                ErrorCode.BIZ_NOT_FOUND,
                "Biz " + what + " is not installed",
                "List what is installed with berth list.");
    }
}
