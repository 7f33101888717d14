package dev.berth.admin;

import dev.berth.control.BaseControl;
import dev.berth.control.Operation;
import dev.berth.control.OperationId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets callers wait for an operation, but not so many that none of the server's threads is left for the others, and not
 * beyond the end of the server.
 *
 * <p>A wait that is refused or cut short is told like one whose time is over: the operation as it is. Safe for use by
 * many threads.
 */
final class Waits implements AutoCloseable {

    /** The longest time a caller can wait, and the time a caller waits that names none. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final BaseControl control;
    private final int capacity;
    private final Set<Thread> waiting = new HashSet<>();
    private boolean closed;

    /**
     * Has no one waiting.
     *
     * @param capacity how many callers can wait at once
     */
    Waits(BaseControl control, int capacity) {
        this.control = control;
        this.capacity = capacity;
    }

    /** Waits for an operation to end, and returns it as it then is. */
    Operation await(Operation begun, Duration timeout) {
        OperationId id = begun.id();
        if (enter()) {
            try {
                return control.await(id, timeout);
            } catch (InterruptedException e) {
                // The server closes; what its own shutdown wants from this thread is the answer
                return control.operation(id).orElse(begun);
            } finally {
                leave();
            }
        }
        return control.operation(id).orElse(begun);
    }

    /** Sends everybody home who waits, and lets nobody wait any more. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(Thread::interrupt);
    }

    private synchronized boolean enter() {
        return !closed && waiting.size() < capacity && waiting.add(Thread.currentThread());
    }

    /** An interrupt of ours may come when the wait is just over: it must not hit what the thread does next. */
    private synchronized void leave() {
        waiting.remove(Thread.currentThread());
        if (closed) {
            Thread.interrupted();
        }
    }
}
