package dev.berth.trigger;

import dev.berth.lifecycle.RunningCall;
import java.time.Duration;
import java.util.Optional;

/** A run of a scheduled task, as a drain knows it. */
final class ScheduledRun implements RunningCall {

    private final String task;
    private final Thread thread;
    private final long begun = System.nanoTime();
    private boolean ended;

    ScheduledRun(String task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    @Override
    public String description() {
        return "scheduled " + task;
    }

    @Override
    public Optional<Thread> thread() {
        return Optional.of(thread);
    }

    @Override
    public Optional<Duration> runningFor() {
        return Optional.of(Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public synchronized void breakOff() {
        if (!ended) {
            thread.interrupt();
        }
    }

    synchronized void end() {
        ended = true;
    }
}
