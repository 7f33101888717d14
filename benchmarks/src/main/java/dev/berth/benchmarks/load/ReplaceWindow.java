package dev.berth.benchmarks.load;

import java.util.function.LongSupplier;

/** When a replace ran: from its request to its answer. One thread opens and closes, all may ask. */
public final class ReplaceWindow {

    private final LongSupplier nanoTime;
    private volatile boolean open;
    private volatile boolean anyClosed;
    private volatile long closedAt;
    private volatile long openedAt;
    private volatile long lastOpenedAt;

    /** Makes one that is shut. */
    public ReplaceWindow(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A replace begins. */
    public void open() {
        openedAt = nanoTime.getAsLong();
        open = true;
    }

    /** It has ended. */
    public void close() {
        lastOpenedAt = openedAt;
        closedAt = nanoTime.getAsLong();
        anyClosed = true;
        open = false;
    }

    /** Returns whether a replace ran at any time since then. */
    boolean touchedSince(long nanos) {
        return open || (anyClosed && closedAt - nanos >= 0);
    }

    /** Returns whether a whole replace ran since then, from its request to its answer. */
    boolean wholeSince(long nanos) {
        return anyClosed && lastOpenedAt - nanos >= 0;
    }
}
