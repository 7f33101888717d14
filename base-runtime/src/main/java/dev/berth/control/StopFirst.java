package dev.berth.control;

import dev.berth.artifact.BizArchive;
import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.util.List;
import java.util.Optional;

/**
 * Replaces a version by one that can't run at the same time: the old one is drained and stopped before the new one starts,
 * and started again when the new one fails.
 *
 * <p>The caller holds the lock of the biz.
 */
final class StopFirst {

    private final RevisionRegistry registry;
    private final ClosedPaths closedPaths;
    private final Wanted wanted;
    private final RevisionStarter starter;
    private final Activation activation;
    private final TakeDown takeDown;

    StopFirst(ControlParts parts, Wanted wanted, RevisionStarter starter, Activation activation, TakeDown takeDown) {
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.wanted = wanted;
        this.starter = starter;
        this.activation = activation;
        this.takeDown = takeDown;
    }

    /** Puts a staged revision in the place of all that runs of its biz but what shall run beside. */
    void install(RunningOperation operation, InstallRequest request, Revision next) {
        BizName name = next.id().name();
        Optional<Revision> active = registry.active(name);
        active.ifPresent(old -> {
            operation.replaced(old.id());
            old.servedAt().ifPresent(path -> closedPaths.close(name, path));
        });
        boolean staged = false;
        try {
            operation.phase("stop", () -> operation.shielded(() -> stopAll(operation, name)));
            staged = true;
        } finally {
            if (!staged) {
                starter.discard(next.id());
            }
        }
        try {
            bringIn(operation, request, next);
        } catch (BerthException failure) {
            throw active.isPresent() ? restored(operation, name, failure) : failure;
        }
    }

    /** Not broken off by a base that stops: the calls in what is taken down have their time. */
    private void stopAll(RunningOperation operation, BizName name) {
        toStop(name).forEach(old -> takeDown.stop(old).forEach(operation::note));
        takeDown.awaitLeft(name);
    }

    private List<Revision> toStop(BizName name) {
        Optional<WantedBiz> biz = wanted.find(name);
        return registry.running(name).stream()
                .filter(revision -> biz.filter(
                                known -> known.isBeside(revision.id().version()) && !revision.active())
                        .isEmpty())
                .toList();
    }

    private void bringIn(RunningOperation operation, InstallRequest request, Revision next) {
        starter.bringUp(operation, next);
        WantedVersion version = Wanted.version(next, request);
        operation.phase("activate", () -> activation.ofStarted(operation, next, biz -> biz.activated(version)));
    }

    private BerthException restored(RunningOperation operation, BizName name, BerthException failure) {
        if (failure.code() == ErrorCode.BASE_STOPPING) {
            return failure;
        }
        Optional<WantedVersion> old = wanted.find(name).flatMap(WantedBiz::current);
        String outcome;
        try {
            InstallRequest request = old.flatMap(version -> wanted.request(name, version, Strategy.REPLACE))
                    .orElseThrow();
            operation.note("Version '" + request.version().orElseThrow() + "' is started again");
            BizArchive archive = starter.read(operation, request);
            bringIn(operation, request, starter.stage(operation, request, archive));
            outcome = "version '" + archive.id().version() + "' was started again and serves";
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
            outcome = "the version before could not be started again: " + second.getMessage();
        }
        return new BerthException(failure.code(), failure.getMessage() + "; " + outcome, failure.remedy(), failure);
    }
}
