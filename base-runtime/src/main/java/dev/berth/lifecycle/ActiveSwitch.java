package dev.berth.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves the pointer of a biz from one revision to another, and everything that follows it.
 *
 * <p>The caller holds the lock of the biz.
 */
final class ActiveSwitch {

    private final RevisionRegistry registry;
    private final Hostings hostings;
    private final Clock clock;

    ActiveSwitch(RevisionRegistry registry, Hostings hostings, Clock clock) {
        this.registry = registry;
        this.hostings = hostings;
        this.clock = clock;
    }

    /** See {@link BizLifecycle#swap}. */
    Optional<Revision> swap(Revision next) {
        Optional<Revision> previous = registry.active(next.id().name());
        hostings.of(next).admit();
        try {
            point(next);
            previous.ifPresent(this::putAside);
            hostings.of(next).activate();
        } catch (RuntimeException | Error failure) {
            try {
                swapBack(next, previous);
            } catch (RuntimeException | Error second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
        return previous;
    }

    /** The state goes first: a call that finds the pointer moved must not find a revision that drains. */
    private void point(Revision next) {
        Instant now = clock.instant();
        RevisionState state = next.state();
        if (state instanceof RevisionState.Draining) {
            next.transition(RevisionState.Draining.class, draining -> draining.activate(now));
        } else if (state instanceof RevisionState.Standby) {
            next.transition(RevisionState.Standby.class, standby -> standby.activate(now));
        } else if (!(state instanceof RevisionState.Active)) {
            next.transition(RevisionState.Ready.class, ready -> ready.activate(now));
        }
        registry.pointTo(next);
    }

    private void putAside(Revision previous) {
        previous.transition(RevisionState.Active.class, active -> active.drain(clock.instant()));
        hostings.of(previous).quiesce();
    }

    /** From wherever the way there has failed: the pointer may have moved or not, and so may the states. */
    private void swapBack(Revision next, Optional<Revision> previous) {
        previous.ifPresent(old -> {
            Hosting hosting = hostings.of(old);
            hosting.readmit();
            hosting.servingOn(() -> point(old));
        });
        try {
            retire(next);
        } finally {
            previous.map(hostings::of).ifPresent(Hosting::reactivate);
        }
    }

    /** Takes the pointer away from a revision and lets it do nothing of its own accord; it is Draining then. */
    void retire(Revision revision) {
        registry.pointAwayFrom(revision);
        Instant now = clock.instant();
        RevisionState state = revision.state();
        if (state instanceof RevisionState.Active) {
            revision.transition(RevisionState.Active.class, active -> active.drain(now));
        } else if (state instanceof RevisionState.Standby) {
            revision.transition(RevisionState.Standby.class, standby -> standby.retire(now));
        } else if (!(state instanceof RevisionState.Draining)) {
            revision.transition(RevisionState.Ready.class, ready -> ready.retire(now));
        }
        hostings.of(revision).quiesce();
    }
}
