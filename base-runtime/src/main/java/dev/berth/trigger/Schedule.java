package dev.berth.trigger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.SchedulingAwareRunnable;

/**
 * One task as it was scheduled: it can be handed to the real scheduler again and again.
 *
 * <p>As a future it ends when a task that runs once has run, or with its cancellation.
 */
final class Schedule extends CompletableFuture<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

    private final Runnable task;
    private final boolean once;
    private final Function<Runnable, @Nullable ScheduledFuture<?>> scheduling;
    private final RevisionRuns runs;
    private @Nullable ScheduledFuture<?> scheduled;
    private @Nullable Run current;

    /**
     * Notes a task.
     *
     * @param task what to run
     * @param once whether it is done when it has run
     * @param scheduling hands it to the real scheduler, which may have no time for it
     * @param runs decides whether it may run
     */
    Schedule(
            Runnable task,
            boolean once,
            Function<Runnable, @Nullable ScheduledFuture<?>> scheduling,
            RevisionRuns runs) {
        this.task = task;
        this.once = once;
        this.scheduling = scheduling;
        this.runs = runs;
    }

    /** Hands the task to the scheduler. */
    synchronized void begin() {
        Run run = new Run();
        current = run;
        scheduled = scheduling.apply(run);
    }

    /** Takes the task back; a run that has begun goes on. */
    synchronized void pause() {
        current = null;
        if (scheduled != null) {
            scheduled.cancel(false);
            scheduled = null;
        }
    }

    @Override
    public synchronized boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (scheduled != null) {
            scheduled.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }

    /** A task that is paused has no time; it says 0, as one that is due. */
    @Override
    public synchronized long getDelay(TimeUnit unit) {
        return scheduled == null ? 0 : scheduled.getDelay(unit);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    private synchronized boolean isCurrent(Run run) {
        return current == run && !isDone();
    }

    /** What the real scheduler runs; of several that were handed over only the last may still begin. */
    private final class Run implements SchedulingAwareRunnable {

        @Override
        public void run() {
            if (!isCurrent(this)) {
                return;
            }
            boolean ran = true;
            try {
                ran = runs.attempt(task, !once);
            } finally {
                if (once && ran) {
                    complete(null);
                }
            }
        }

        @Override
        public boolean isLongLived() {
            return task instanceof SchedulingAwareRunnable aware && aware.isLongLived();
        }

        /** Names the scheduler that the biz wants for this task. */
        @Override
        public @Nullable String getQualifier() {
            return task instanceof SchedulingAwareRunnable aware ? aware.getQualifier() : null;
        }

        @Override
        public String toString() {
            return task.toString();
        }
    }
}
