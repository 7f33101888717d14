package dev.berth.benchmarks.load;

import dev.berth.benchmarks.http.HttpConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Callers of a biz that does harm: each sends its request and waits for the answer, for as long as that takes; one that is
 * turned away or fails comes again after a second, as it is told. Safe for threads; closing ends them.
 */
public final class Noise implements AutoCloseable {

    private static final int UNAVAILABLE = 503;

    private final int port;
    private final byte[] request;
    private final LongAdder refused = new LongAdder();
    private final List<Thread> callers = new ArrayList<>();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private Noise(int port, String path) {
        this.port = port;
        this.request = HttpRequest.get(path).bytes(false);
    }

    /** Starts so many callers of a path. */
    public static Noise begin(int port, String path, int callers) {
        Noise noise = new Noise(port, path);
        for (int number = 1; number <= callers; number++) {
            Thread caller = new Thread(noise::call, "noise-" + number);
            caller.setDaemon(true);
            noise.callers.add(caller);
            caller.start();
        }
        return noise;
    }

    private void call() {
        while (!ended) {
            try (HttpConnection connection = HttpConnection.patient(port)) {
                connections.add(connection);
                if (connection.exchange(request).status() == UNAVAILABLE) {
                    refused.increment();
                }
                connections.remove(connection);
            } catch (IOException harmed) {
                // What it asks for does harm to itself too
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many requests were turned away so far. */
    public long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        ended = true;
        callers.forEach(Thread::interrupt);
        connections.forEach(HttpConnection::close);
    }
}
