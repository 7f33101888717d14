package dev.berth.trigger;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.TriggerContext;

/**
 * One task as it was scheduled: it can be handed to the real scheduler again and again.
 *
 * <p>As a future it ends when a task that runs once has run, or with its cancellation.
 */
final class Schedule extends CompletableFuture<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

    private final Runnable task;
    private final boolean once;
    private final Function<Run, @Nullable ScheduledFuture<?>> scheduling;
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
    Schedule(Runnable task, boolean once, Function<Run, @Nullable ScheduledFuture<?>> scheduling, RevisionRuns runs) {
        this.task = task;
        this.once = once;
        this.scheduling = scheduling;
        this.runs = runs;
    }

    /**
     * Lets the task run from now on, once it is handed to the scheduler.
     *
     * @return hands it over; for a caller that holds no lock, since the biz may be asked for its first time and may hang
     */
    synchronized Runnable begin() {
        Run run = new Run();
        current = run;
        return () -> handOver(run);
    }

    private void handOver(Run run) {
        if (!isCurrent(run)) {
            return;
        }
        ScheduledFuture<?> future = scheduling.apply(run);
        synchronized (this) {
            if (isCurrent(run)) {
                scheduled = future;
                return;
            }
        }
        // It was paused meanwhile, by one who did not wait for the biz
        cancel(future, false);
    }

    /**
     * Lets no run begin any more; one that has begun goes on.
     *
     * @return takes the task back from the scheduler; for a caller that holds no lock
     */
    synchronized Runnable pause() {
        ScheduledFuture<?> future = cancellable();
        current = null;
        scheduled = null;
        return () -> cancel(future, false);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        cancel(cancellable(), mayInterruptIfRunning);
        return cancelled;
    }

    /** Nothing while the biz is asked for the next time: a cancel would wait for the answer, with which it ends anyway. */
    private synchronized @Nullable ScheduledFuture<?> cancellable() {
        return current != null && current.asks ? null : scheduled;
    }

    private static void cancel(@Nullable ScheduledFuture<?> future, boolean mayInterruptIfRunning) {
        if (future != null) {
            future.cancel(mayInterruptIfRunning);
        }
    }

    /** A task that is paused has no time; it says 0, as one that is due. */
    @Override
    public long getDelay(TimeUnit unit) {
        ScheduledFuture<?> future = scheduled();
        return future == null ? 0 : future.getDelay(unit);
    }

    private synchronized @Nullable ScheduledFuture<?> scheduled() {
        return scheduled;
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    private synchronized boolean isCurrent(Run run) {
        return current == run && !isDone();
    }

    /** What the real scheduler runs; of several that were handed over only the last may still begin. */
    final class Run implements SchedulingAwareRunnable {

        private boolean asks;

        /** Asks the biz when to run next; never, when it is not wanted or was paused before the answer. */
        @Nullable
        Instant next(Trigger trigger, TriggerContext context) {
            if (!asks(true)) {
                return null;
            }
            boolean wanted;
            Instant next;
            try {
                next = trigger.nextExecution(context);
            } finally {
                wanted = asks(false);
            }
            return wanted ? next : null;
        }

        private boolean asks(boolean now) {
            synchronized (Schedule.this) {
                asks = now;
                return isCurrent(this);
            }
        }

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
