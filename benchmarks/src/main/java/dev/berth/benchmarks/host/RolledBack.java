package dev.berth.benchmarks.host;

import java.util.Map;

/**
 * What came of a rollback.
 *
 * @param nanos from the sending of the request until the answer was there
 * @param steps the steps that the host names, with the milliseconds that each took; none where it names none
 */
public record RolledBack(long nanos, Map<String, Double> steps) {

    /** Copies the steps. */
    public RolledBack {
        steps = Map.copyOf(steps);
    }
}
