package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import dev.berth.store.WantedBiz;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes revisions active and records it, neither without the other; the one before begins to drain.
 *
 * <p>The caller holds the lock of the biz.
 */
final class Activation {

    private static final Logger logger = LoggerFactory.getLogger(Activation.class);

    private final BizLifecycle lifecycle;
    private final RevisionRegistry registry;
    private final ClosedPaths closedPaths;
    private final Wanted wanted;
    private final Drains drains;
    private final TakeDown takeDown;

    Activation(ControlParts parts, Wanted wanted, Drains drains, TakeDown takeDown) {
        this.lifecycle = parts.lifecycle();
        this.registry = parts.registry();
        this.closedPaths = parts.closedPaths();
        this.wanted = wanted;
        this.drains = drains;
        this.takeDown = takeDown;
    }

    /** Activates a revision that was started for it; a failure takes it down again. */
    void ofStarted(RunningOperation operation, Revision next, UnaryOperator<WantedBiz> record) {
        boolean done = false;
        try {
            activate(operation, next, record);
            done = true;
        } finally {
            if (!done) {
                takeDown.stop(next);
            }
        }
    }

    /** Activates a revision that runs; a failure leaves it without traffic as before. */
    void ofRunning(RunningOperation operation, Revision next, UnaryOperator<WantedBiz> record) {
        RevisionState before = next.state();
        boolean done = false;
        try {
            activate(operation, next, record);
            done = true;
        } finally {
            if (!done && next.state() != before) {
                drains.beginAfter(operation, next);
            }
        }
    }

    private void activate(RunningOperation operation, Revision next, UnaryOperator<WantedBiz> record) {
        BizName name = next.id().name();
        Optional<Revision> previous = lifecycle.swap(next);
        boolean recorded = false;
        try {
            wanted.change(name, record);
            recorded = true;
        } finally {
            if (!recorded) {
                back(next, previous);
            }
        }
        closedPaths.open(name);
        operation.made(next.id());
        operation.changed();
        previous.ifPresent(old -> {
            operation.replaced(old.id());
            drains.beginAfter(operation, old);
        });
    }

    private void back(Revision next, Optional<Revision> previous) {
        try {
            previous.ifPresentOrElse(lifecycle::swap, () -> lifecycle.deactivate(next));
        } catch (BerthException failure) {
            // The failure that led here is the one to tell
            logger.atError()
                    .setCause(failure)
                    .addKeyValue("biz", next.id().name())
                    .log("The version that was active before could not be made active again");
        }
    }

    /** Takes the active revision of a biz out of service. */
    Optional<Revision> deactivate(RunningOperation operation, BizName name) {
        Optional<Revision> active = registry.active(name);
        active.ifPresent(revision -> {
            revision.servedAt().ifPresent(path -> closedPaths.close(name, path));
            lifecycle.deactivate(revision);
            drains.beginAfter(operation, revision);
        });
        return active;
    }
}
