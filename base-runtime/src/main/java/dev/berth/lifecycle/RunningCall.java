package dev.berth.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A call that runs in a revision, as far as a drain has to know it: to report it and to break it off at the deadline.
 *
 * <p>Asked by the thread that drains while the call runs on another.
 */
public interface RunningCall {

    /** Returns what is called, such as {@code GET /catalog/items}; without parameters, which may hold secrets. */
    String description();

    /** Returns the thread that the call occupies at the moment, unless it waits for something without one. */
    Optional<Thread> thread();

    /** Returns how long the call has run, unless that is not known. */
    default Optional<Duration> runningFor() {
        return Optional.empty();
    }

    /** Returns what it consists of now: one entry a thread for what works on several at once, else the call itself. */
    default List<RunningCall> parts() {
        return List.of(this);
    }

    /**
     * Breaks the call off: by an interrupt of its thread, if that still works for this call.
     *
     * <p>Returns at once; a call that ignores it runs on.
     */
    void breakOff();
}
