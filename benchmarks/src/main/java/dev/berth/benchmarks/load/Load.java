package dev.berth.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A load on one host of this machine, from its making to its closing: a fixed number of threads, each with one connection.
 * Closing lets the requests under way end.
 */
public final class Load implements AutoCloseable {

    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load() {}

    /**
     * Starts to send.
     *
     * @param port where to
     * @param tally where every request is counted
     * @param newest the newest version known, which answers add to
     * @param window when a replace runs
     * @param slow how long slow requests take
     */
    public static Load start(int port, Tally tally, NewestVersion newest, ReplaceWindow window, SlowTime slow) {
        Load load = new Load();
        for (Traffic traffic : Traffic.values()) {
            int every = traffic.isQuick() ? traffic.everyMillis() : slow.millis();
            for (int number = 1; number <= traffic.threads(); number++) {
                Sender sender = new Sender(port, traffic, newest, tally, slow);
                long delay = (long) every * (number - 1) / traffic.threads();
                Worker worker = new Worker(sender, traffic, delay, tally, window);
                load.workers.add(worker);
                load.threads.add(new Thread(worker, "load-" + traffic + "-" + number));
            }
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    /** Ends the warm-up: what is due from now on is timed. */
    public void timeFromNow() {
        workers.forEach(Worker::timeFromNow);
    }

    @Override
    public void close() {
        workers.forEach(Worker::stop);
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
