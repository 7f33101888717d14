package dev.berth.application;

import dev.berth.lifecycle.RunningCall;
import java.util.Optional;

/**
 * What a thread of a pool of the JDK is at.
 *
 * @param description what it is called in a report
 * @param worker the thread
 * @param entry where the task begins
 */
record PoolTask(String description, Thread worker, String entry) implements RunningCall {

    @Override
    public Optional<Thread> thread() {
        return Optional.of(worker);
    }

    /** A pool clears an interrupt that comes when the task has just ended, so that no later one has it. */
    @Override
    public void breakOff() {
        if (WorkerStack.task(worker).filter(entry::equals).isPresent()) {
            worker.interrupt();
        }
    }
}
