package dev.berth.admin;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a base is ready, as its probe tells it: starting, then ready, then stopping; never back.
 *
 * <p>Safe for use by many threads.
 */
public final class Readiness {

    /** How far a base has come. */
    public enum State {
        STARTING,
        READY,
        STOPPING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    /** Says that the start is over; without effect on a base that stops already. */
    public void ready() {
        state.compareAndSet(State.STARTING, State.READY);
    }

    /** Says that the base stops. */
    public void stopping() {
        state.set(State.STOPPING);
    }

    /** Returns how far the base has come. */
    public State state() {
        return java.util.Objects.requireNonNull(state.get());
    }
}
