package dev.berth.admin;

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

    private volatile State state = State.STARTING;

    /** Says that the start is over; without effect on a base that stops already. */
    public synchronized void ready() {
        if (state == State.STARTING) {
            state = State.READY;
        }
    }

    /** Says that the base stops. */
    public synchronized void stopping() {
        state = State.STOPPING;
    }

    /** Returns how far the base has come. */
    public State state() {
        return state;
    }
}
