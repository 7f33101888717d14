package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings revisions up, makes them active, and takes them down.
 *
 * <p>The caller holds the lock of the biz's name ({@link BizLocks}) for every call but {@link #drain} and {@link #close};
 * calls for different biz may come at the same time. A revision that fails on its way up is undone to the last step, and the
 * registry does not know it afterwards, unless something holds it that can't be ended.
 */
public final class BizLifecycle {

    private final RevisionRegistry registry;
    private final BizContainer container;
    private final BizApplication application;
    private final HealthGate gate;
    private final List<LifecycleParticipant> participants;
    private final LoaderProof proof;
    private final Clock clock;
    private final Hostings hostings = new Hostings();
    private final ActiveSwitch pointer;

    /**
     * Makes the lifecycle of a base.
     *
     * @param registry where revisions are known
     * @param container what makes their loaders
     * @param application what runs their mains
     * @param gate what decides that one may receive calls
     * @param participants what takes part, in the order of the way up
     * @param proof what is handed each loader that was closed
     * @param clock tells the time of states
     */
    public BizLifecycle(
            RevisionRegistry registry,
            BizContainer container,
            BizApplication application,
            HealthGate gate,
            List<LifecycleParticipant> participants,
            LoaderProof proof,
            Clock clock) {
        this.registry = registry;
        this.container = container;
        this.application = application;
        this.gate = gate;
        this.participants = List.copyOf(participants);
        this.proof = proof;
        this.clock = clock;
        this.pointer = new ActiveSwitch(registry, hostings, clock);
    }

    /**
     * Starts a staged revision; it is Starting when this returns, and nobody can reach it.
     *
     * @throws BerthException when it can't be started; it is Failed then and nothing of it remains but its files,
     *     or Held by what could not be ended
     */
    public void start(Revision revision) {
        revision.transition(RevisionState.Staged.class, staged -> staged.start(now()));
        registry.add(revision);
        Hosting hosting = hostings.begin(revision);
        comingUp(revision, () -> {
            BizStart start = hosting.prepare(container, participants);
            hosting.runs(application.run(revision, start));
        });
    }

    /**
     * Waits until a revision that was started may receive calls; it is Ready when this returns.
     *
     * @throws BerthException with BIZ_NOT_READY when it may not; it is Failed then and nothing of it remains but its files
     */
    public void check(Revision revision) {
        Hosting hosting = hostings.of(revision);
        comingUp(revision, () -> {
            BizApplication.Running running = hosting.running();
            if (running == null) {
                throw new IllegalStateException("Nothing was started");
            }
            Duration left = revision.spec().startDeadline().minusNanos(hosting.nanosSinceBegin());
            gate.check(revision, running, left.isNegative() ? Duration.ZERO : left);
            revision.transition(RevisionState.Starting.class, starting -> starting.ready(now()));
        });
    }

    private void comingUp(Revision revision, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            BerthException cause = asBerthException(failure);
            Hosting hosting = hostings.of(revision);
            undo(revision);
            revision.transition(RevisionState.Starting.class, starting -> starting.fail(cause.withoutCause()));
            closed(revision, hosting);
            throw cause;
        }
    }

    /**
     * Makes a Ready, Standby or Draining revision the active one, in one atomic step; the one that was is Draining when
     * this returns, and nothing waits for its calls.
     *
     * @return the revision that was active before
     * @throws BerthException when that fails; the one that was is active then, and the other is in its old state, or
     *     Draining when it may have met calls
     */
    public Optional<Revision> swap(Revision next) {
        try {
            return pointer.swap(next);
        } catch (RuntimeException | Error failure) {
            throw asBerthException(failure);
        }
    }

    /** Lets no new call into an active revision, with nothing in its place; it is Draining when this returns. */
    public void deactivate(Revision revision) {
        pointer.retire(revision);
    }

    /**
     * Waits for the calls of a Draining revision and then for its executors; what still runs at the deadline is broken
     * off. Needs no lock.
     *
     * @param draining the drain that is meant; the revision may have been active again since
     * @return what became of the calls, or nothing when the revision is no longer in that drain
     */
    public Optional<DrainReport> drain(Revision revision, RevisionState.GoingDown draining, Duration timeout)
            throws InterruptedException {
        Optional<Hosting> hosting = hostings.find(revision);
        return hosting.isPresent() && revision.state() == draining
                ? new Drain(revision, hosting.get(), draining).run(timeout)
                : Optional.empty();
    }

    /** Puts a Draining revision aside, to be made active again without a start. */
    public void standBy(Revision revision) {
        revision.transition(RevisionState.Draining.class, draining -> draining.standBy(now()));
    }

    /**
     * Takes a revision down, whatever its state: no new calls, those in flight may end, then everything is closed.
     *
     * <p>Never throws for what the biz does; the registry does not know the revision afterwards, unless it is
     * Held.
     *
     * @param drainTimeout how long calls in flight may take to end
     * @return what happened on the way down
     */
    public StopReport stop(Revision revision, Duration drainTimeout) {
        pointer.retire(revision);
        return close(revision, drainTimeout);
    }

    /**
     * Takes a standby out of everybody's reach, to be closed for good; takes no time. Who wants its version from now on
     * starts another revision of it.
     */
    public void leave(Revision standby) {
        standby.transition(RevisionState.Standby.class, state -> state.leave(now()));
    }

    /**
     * Closes a revision that has left, as {@link #stop} does. Needs no lock, since nobody else does anything with it, and
     * may take as long as its application likes.
     */
    public StopReport close(Revision revision, Duration drainTimeout) {
        DrainReport drain = drainQuietly(revision, drainTimeout);
        Hosting hosting = hostings.of(revision);
        boolean closed = undo(revision);
        revision.transition(RevisionState.GoingDown.class, state -> state.stop(now()));
        closed(revision, hosting);
        return new StopReport(drain, closed);
    }

    /** Forgets what outlasts the revisions of a biz, when it is no longer installed. */
    public void forget(BizName name) {
        participants.forEach(participant -> participant.forget(name));
    }

    private DrainReport drainQuietly(Revision revision, Duration timeout) {
        RevisionState.GoingDown draining = (RevisionState.GoingDown) revision.state();
        try {
            return drain(revision, draining, timeout).orElseThrow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new DrainReport(revision.calls().count(), List.of(), false);
        }
    }

    private boolean undo(Revision revision) {
        boolean closed = hostings.of(revision).undo();
        hostings.end(revision);
        registry.remove(revision);
        return closed;
    }

    /** From here on nothing of the lifecycle may keep the loader alive but what can't be ended. */
    private void closed(Revision revision, Hosting hosting) {
        List<Holder> holders = revision.holders();
        if (!holders.isEmpty()) {
            registry.held(
                    revision, now(), holders.stream().map(Holder::description).toList());
        }
        hosting.classLoader().ifPresent(loader -> proof.watch(revision, loader));
        // What is held can go on taking things, so that they are given back anew when it is let go
        hosting.holders()
                .forEach(holder -> holder.whenGone(() -> {
                    hosting.release();
                    proof.letGo(revision);
                }));
    }

    private Instant now() {
        return clock.instant();
    }

    private static BerthException asBerthException(Throwable failure) {
        return failure instanceof BerthException known
                ? known
                : new BerthException(
                        ErrorCode.INTERNAL_ERROR,
                        "The base failed to bring up a biz: "
                                + failure.getClass().getSimpleName(),
                        "Report this with the log of the base.",
                        failure);
    }
}
