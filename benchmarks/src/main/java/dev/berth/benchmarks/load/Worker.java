package dev.berth.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of a load. It keeps to its schedule: when a host lets it wait, what was due meanwhile is sent at once, and its
 * time counts from when it was due, so that a pause of the host shows in every request that it delayed.
 */
final class Worker implements Runnable {

    /** A longer delay than this is not caught up with, so that a host is not flooded after it. */
    private static final long CATCH_UP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int IDS = 1_000;

    private final Sender sender;
    private final Traffic traffic;
    private final long delayMillis;
    private final Tally tally;
    private final ReplaceWindow window;
    private volatile boolean stopped;
    private volatile long timedFrom = Long.MAX_VALUE;

    /**
     * Makes one.
     *
     * @param delayMillis how long its schedule lies behind that of others of its kind, which would end with it otherwise
     */
    Worker(Sender sender, Traffic traffic, long delayMillis, Tally tally, ReplaceWindow window) {
        this.sender = sender;
        this.delayMillis = delayMillis;
        this.traffic = traffic;
        this.tally = tally;
        this.window = window;
    }

    /** Times count from now on. */
    void timeFromNow() {
        timedFrom = System.nanoTime();
    }

    /** Sends nothing more. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        long interval = TimeUnit.MILLISECONDS.toNanos(traffic.everyMillis());
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
        try (sender) {
            for (int id = 0; !stopped; id = (id + 1) % IDS) {
                sendWhenDue(id, due);
                due = Math.max(due + interval, System.nanoTime() - CATCH_UP_NANOS);
            }
        }
    }

    private void sendWhenDue(int id, long due) {
        for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        long sent = System.nanoTime();
        boolean answered = sender.send(id) == Outcome.ANSWERED;
        if (traffic.isQuick()) {
            tally.outage().note(answered, sent);
            if (answered && due > timedFrom) {
                (window.touchedSince(due) ? tally.duringReplace() : tally.atRest()).record(System.nanoTime() - due);
            }
        } else if (answered) {
            tally.outlasted(traffic, window.wholeSince(sent));
        }
    }
}
