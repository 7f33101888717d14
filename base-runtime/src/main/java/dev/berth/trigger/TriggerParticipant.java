package dev.berth.trigger;

import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.BizThread;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets what a biz does of its own accord begin only on its active revision: methods that are scheduled through Spring
 * ({@code @Scheduled}, {@code SchedulingConfigurer}) and message listeners.
 *
 * <p>They start when the revision becomes active and not with its context, stop when another revision takes over, and
 * start again when this one becomes active again. What runs by then counts as a call, so that a drain waits for it.
 * What a biz schedules itself, on a scheduler or thread of its own, is its own matter. Declared last, so that triggers
 * start when all else is there and stop first.
 */
public final class TriggerParticipant implements LifecycleParticipant, HealthGate {

    private final CallAdmission admission;
    private final TaskRuns runs = new TaskRuns();
    private final Map<Revision, BizTriggers> triggers = new ConcurrentHashMap<>();

    /**
     * Makes the participant of a base.
     *
     * @param admission lets runs into revisions
     */
    public TriggerParticipant(CallAdmission admission) {
        this.admission = admission;
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        ClassLoader loader = start.classLoader();
        BizTriggers made = new BizTriggers(
                revision,
                loader,
                new RevisionRuns(revision, admission, runs),
                task -> new BizThread(revision, "triggers", loader, task));
        triggers.put(revision, made);
        start.onContext(made::attach);
    }

    /** Stops what the main has started by hand, at which nobody looks before the revision is active. */
    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        of(revision).ifPresent(BizTriggers::hold);
    }

    @Override
    public void admit(Revision revision) {
        of(revision).ifPresent(BizTriggers::admit);
    }

    @Override
    public void activate(Revision revision) {
        of(revision).ifPresent(BizTriggers::start);
    }

    @Override
    public void quiesce(Revision revision) {
        of(revision).ifPresent(BizTriggers::stop);
    }

    @Override
    public void release(Revision revision) {
        BizTriggers made = triggers.remove(revision);
        if (made != null) {
            made.release();
        }
    }

    private Optional<BizTriggers> of(Revision revision) {
        return Optional.ofNullable(triggers.get(revision));
    }
}
