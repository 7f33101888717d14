package dev.berth.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Puts a switch between the scheduled methods of a context and their scheduler, whichever that is.
 *
 * <p>Asked behind every configurer of the biz, so that it sees the scheduler that they have chosen. Safe for use by many
 * threads.
 */
final class Schedules implements SchedulingConfigurer {

    private final RevisionRuns runs;
    private final List<SwitchableScheduler> schedulers = new ArrayList<>();
    private boolean on;

    Schedules(RevisionRuns runs) {
        this.runs = runs;
    }

    @Override
    public synchronized void configureTasks(ScheduledTaskRegistrar registrar) {
        TaskScheduler chosen = registrar.getScheduler();
        if (chosen != null) {
            SwitchableScheduler made = new SwitchableScheduler(chosen, runs);
            schedulers.add(made);
            registrar.setTaskScheduler(made);
            made.start(() -> !on);
        }
    }

    /**
     * Starts what is scheduled; one that hangs then does not keep it from being stopped.
     *
     * @param held asked before each scheduler whether triggers are not to start any more
     */
    void start(BooleanSupplier held) {
        turn(() -> !held.getAsBoolean()).forEach(scheduler -> scheduler.start(held));
    }

    /** Lets start what will be scheduled, if nothing is yet; else does nothing and returns false. */
    synchronized boolean startIfNone() {
        on |= schedulers.isEmpty();
        return schedulers.isEmpty();
    }

    void stop() {
        turn(() -> false).forEach(SwitchableScheduler::stop);
    }

    private synchronized List<SwitchableScheduler> turn(BooleanSupplier next) {
        on = next.getAsBoolean();
        return List.copyOf(schedulers);
    }

    synchronized void release() {
        schedulers.clear();
    }
}
