package dev.berth.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * A scheduler that can be switched off: it remembers what was scheduled and hands it to the real one while it is on.
 *
 * <p>Each time it is switched on, everything is scheduled as at the start of an application, initial delays included; a
 * task that is to run once and has run stays done. Safe for use by many threads, of which none holds a lock of it while
 * the real scheduler works: that one asks the biz when to run, which may hang.
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

    /**
     * Switches it on.
     *
     * @param held asked whether triggers are not to start any more
     */
    void start(BooleanSupplier held) {
        begin(held).forEach(Runnable::run);
    }

    private synchronized List<Runnable> begin(BooleanSupplier held) {
        if (on || held.getAsBoolean()) {
            return List.of();
        }
        on = true;
        schedules.removeIf(Schedule::isDone);
        return schedules.stream().map(Schedule::begin).toList();
    }

    void stop() {
        pause().forEach(Runnable::run);
    }

    private synchronized List<Runnable> pause() {
        on = false;
        schedules.removeIf(Schedule::isDone);
        return schedules.stream().map(Schedule::pause).toList();
    }

    @Override
    public Clock getClock() {
        return target.getClock();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return add(task, false, run -> target.schedule(run, context -> run.next(trigger, context)));
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

    private Schedule add(Runnable task, boolean once, Function<Schedule.Run, @Nullable ScheduledFuture<?>> scheduling) {
        Schedule schedule = new Schedule(task, once, scheduling, runs);
        note(schedule).ifPresent(Runnable::run);
        return schedule;
    }

    private synchronized Optional<Runnable> note(Schedule schedule) {
        schedules.removeIf(Schedule::isDone);
        schedules.add(schedule);
        return on ? Optional.of(schedule.begin()) : Optional.empty();
    }

    private Duration until(Instant startTime) {
        return Duration.between(getClock().instant(), startTime);
    }

    private Instant in(Duration delay) {
        return getClock().instant().plus(delay);
    }
}
