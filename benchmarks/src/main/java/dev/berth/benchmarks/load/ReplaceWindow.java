package dev.berth.benchmarks.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** When replaces ran: each from its request to its answer. One thread opens and closes, all may ask. */
public final class ReplaceWindow {

    /** More than can run while one request is under way. */
    private static final int REMEMBERED = 1_000;

    private final LongSupplier nanoTime;
    private final Deque<Replace> done = new ArrayDeque<>();
    private volatile boolean open;
    private volatile boolean anyClosed;
    private volatile long closedAt;
    private volatile long openedAt;
    private int number;

    private record Replace(int number, long openedAt) {}

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
        synchronized (done) {
            done.addLast(new Replace(++number, openedAt));
            if (done.size() > REMEMBERED) {
                done.removeFirst();
            }
        }
        closedAt = nanoTime.getAsLong();
        anyClosed = true;
        open = false;
    }

    /** Returns whether a replace ran at any time since then. */
    boolean touchedSince(long nanos) {
        return open || (anyClosed && closedAt - nanos >= 0);
    }

    /** Returns the numbers of the replaces that ran since then as a whole, from their request to their answer. */
    List<Integer> wholeSince(long nanos) {
        synchronized (done) {
            return done.stream()
                    .filter(replace -> replace.openedAt - nanos >= 0)
                    .map(Replace::number)
                    .toList();
        }
    }
}
