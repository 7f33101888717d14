package dev.berth.benchmarks.scenario;

import java.time.Duration;

/** Lets time pass. */
final class Pause {

    private Pause() {}

    /** Waits; an interrupt ends the run. */
    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
