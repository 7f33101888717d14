package dev.berth.lifecycle;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings revisions up and takes them down.
 *
 * <p>The caller holds the lock of the biz's name ({@link BizLocks}) for every call; calls for different biz may come at
 * the same time. A revision that fails on its way up is undone to the last step, and the registry does not know it
 * afterwards, unless something holds it that can't be ended.
 */
public final class BizLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(BizLifecycle.class);

    private final RevisionRegistry registry;
    private final BizContainer container;
    private final BizApplication application;
    private final List<LifecycleParticipant> participants;
    private final Clock clock;
    private final Map<Revision, Hosting> hostings = new ConcurrentHashMap<>();

    /**
     * Makes the lifecycle of a base.
     *
     * @param registry where revisions are known
     * @param container what makes their loaders
     * @param application what runs their mains
     * @param participants what takes part, in the order of the way up
     * @param clock tells the time of states
     */
    public BizLifecycle(
            RevisionRegistry registry,
            BizContainer container,
            BizApplication application,
            List<LifecycleParticipant> participants,
            Clock clock) {
        this.registry = registry;
        this.container = container;
        this.application = application;
        this.participants = List.copyOf(participants);
        this.clock = clock;
    }

    /**
     * Starts a staged revision; it is Ready when this returns, and nobody can reach it yet.
     *
     * @throws BerthException when it can't be started; it is Failed then and nothing of it remains but its files,
     *     or Held by what could not be ended
     */
    public void start(Revision revision) {
        revision.transition(RevisionState.Staged.class, staged -> staged.start(now()));
        registry.add(revision);
        Hosting hosting = new Hosting();
        hostings.put(revision, hosting);
        try {
            BizContainer.HostedBiz hosted = container.open(revision);
            hosting.hosted = hosted;
            BizStart start = new BizStart(hosted.classLoader());
            for (LifecycleParticipant participant : participants) {
                hosting.prepared.push(participant);
                participant.prepare(revision, start);
            }
            hosting.running = application.run(revision, start);
            revision.transition(RevisionState.Starting.class, starting -> starting.ready(now()));
        } catch (RuntimeException | Error failure) {
            BerthException cause = asBerthException(failure);
            undo(revision, hosting);
            revision.transition(RevisionState.Starting.class, starting -> starting.fail(cause));
            tellHeld(revision);
            throw cause;
        }
    }

    /**
     * Lets callers reach a Ready revision; it is Active when this returns.
     *
     * @throws BerthException when that fails; the revision is Stopped then and nothing of it remains but its files
     */
    public void activate(Revision revision) {
        Hosting hosting = hosting(revision);
        try {
            revision.transition(RevisionState.Ready.class, ready -> ready.activate(now()));
            registry.activate(revision);
            participants.forEach(participant -> participant.activate(revision));
            hosting.hosted().activated();
        } catch (RuntimeException | Error failure) {
            BerthException cause = asBerthException(failure);
            stop(revision, Duration.ZERO);
            throw cause;
        }
    }

    /**
     * Takes a revision down: no new calls, those in flight may end, then everything is closed.
     *
     * <p>Never throws for what the biz does; the registry does not know the revision afterwards, unless it is
     * Held.
     *
     * @param drainTimeout how long calls in flight may take to end
     * @return what happened on the way down
     */
    public StopReport stop(Revision revision, Duration drainTimeout) {
        Hosting hosting = hosting(revision);
        retire(revision);
        registry.deactivate(revision);
        hosting.prepared.forEach(participant -> quietly(revision, () -> participant.quiesce(revision)));
        quietly(revision, () -> hosting.hosted().deactivated());
        boolean drained = awaitCalls(revision, drainTimeout);
        long callsCut = revision.calls().count();
        boolean closed = undo(revision, hosting);
        revision.transition(RevisionState.Draining.class, draining -> draining.stop(now()));
        tellHeld(revision);
        return new StopReport(drained, callsCut, closed);
    }

    private void retire(Revision revision) {
        if (revision.active()) {
            revision.transition(RevisionState.Active.class, active -> active.drain(now()));
        } else {
            revision.transition(RevisionState.Ready.class, ready -> ready.retire(now()));
        }
    }

    private boolean awaitCalls(Revision revision, Duration timeout) {
        try {
            return revision.calls().awaitNone(timeout);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean undo(Revision revision, Hosting hosting) {
        List<Boolean> closed = new ArrayList<>();
        if (hosting.running != null) {
            BizApplication.Running running = hosting.running;
            quietly(revision, () -> closed.add(running.close(StopReport.CLOSE_TIMEOUT)));
        }
        hosting.prepared.forEach(participant -> quietly(revision, () -> participant.release(revision)));
        if (hosting.hosted != null) {
            BizContainer.HostedBiz hosted = hosting.hosted;
            quietly(revision, hosted::close);
        }
        hostings.remove(revision);
        registry.remove(revision);
        return hosting.running == null || closed.contains(true);
    }

    private void tellHeld(Revision revision) {
        List<String> holders =
                revision.holders().stream().map(Holder::description).toList();
        if (!holders.isEmpty()) {
            revision.transition(RevisionState.Ended.class, ended -> ended.held(now(), holders));
        }
    }

    private Hosting hosting(Revision revision) {
        Hosting hosting = hostings.get(revision);
        if (hosting == null) {
            throw new BerthException(
                    ErrorCode.INTERNAL_ERROR,
                    "Revision '" + revision.id() + "' is not hosted",
                    "Report this with the log of the base.");
        }
        return hosting;
    }

    private Instant now() {
        return clock.instant();
    }

    private static void quietly(Revision revision, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            // On the way down every step gets its turn, whatever a biz does in the one before
            logger.atWarn()
                    .setCause(failure)
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log("A step of taking a revision down failed");
        }
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

    /** What was made for a revision so far; touched only under the lock of its biz. */
    private static final class Hosting {

        private final Deque<LifecycleParticipant> prepared = new ArrayDeque<>();
        private BizContainer.@Nullable HostedBiz hosted;
        private BizApplication.@Nullable Running running;

        private BizContainer.HostedBiz hosted() {
            BizContainer.HostedBiz made = hosted;
            if (made == null) {
                throw new IllegalStateException("No loader was made");
            }
            return made;
        }
    }
}
