package dev.berth.lifecycle;

/**
 * Something of a closed revision that can't be ended and so keeps its loader alive, such as a thread that ignores its
 * interrupt.
 *
 * <p>Asked by any thread.
 */
public interface Holder {

    /** Returns what it is, as a fact that helps to find it; may have several lines. */
    String description();

    /** Tells whether it has let the revision go; once true, always true. */
    boolean gone();

    /** Does something once it has let the revision go, on any thread; at once when that has happened. */
    void whenGone(Runnable action);
}
