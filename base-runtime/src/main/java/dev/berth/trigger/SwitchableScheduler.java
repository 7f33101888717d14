package dev.berth.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * A scheduler that can be switched off: it remembers what was scheduled and hands it to the real one while it is on.
 *
 * <p>Each time it is switched on, everything is scheduled as at the start of an application, initial delays included; a
 * task that is to run once and has run stays done. Safe for use by many threads.
 */
final class SwitchableScheduler implements TaskScheduler {

    private final TaskScheduler target;
    private final RevisionRuns runs;
    private final Set<Schedule> schedules = new LinkedHashSet<>();
    private boolean on;

    SwitchableScheduler(TaskScheduler target, RevisionRuns runs) {
        this.target = target;
        this.runs = runs;
    }

    synchronized void start() {
        if (!on) {
            on = true;
            schedules.removeIf(Schedule::isDone);
            schedules.forEach(Schedule::begin);
        }
    }

    synchronized void stop() {
        on = false;
        schedules.removeIf(Schedule::isDone);
        schedules.forEach(Schedule::pause);
    }

    @Override
    public Clock getClock() {
        return target.getClock();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return add(task, false, run -> target.schedule(run, trigger));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
        Duration delay = until(startTime);
        return add(task, true, run -> target.schedule(run, in(delay)));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
        Duration delay = until(startTime);
        return add(task, false, run -> target.scheduleAtFixedRate(run, in(delay), period));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return add(task, false, run -> target.scheduleAtFixedRate(run, period));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
        Duration initialDelay = until(startTime);
        return add(task, false, run -> target.scheduleWithFixedDelay(run, in(initialDelay), delay));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return add(task, false, run -> target.scheduleWithFixedDelay(run, delay));
    }

    private synchronized Schedule add(
            Runnable task, boolean once, Function<Runnable, @Nullable ScheduledFuture<?>> scheduling) {
        Schedule schedule = new Schedule(task, once, scheduling, runs);
        schedules.removeIf(Schedule::isDone);
        schedules.add(schedule);
        if (on) {
            schedule.begin();
        }
        return schedule;
    }

    private Duration until(Instant startTime) {
        return Duration.between(getClock().instant(), startTime);
    }

    private Instant in(Duration delay) {
        return getClock().instant().plus(delay);
    }
}
