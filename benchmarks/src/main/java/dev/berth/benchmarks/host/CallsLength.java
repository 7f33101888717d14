package dev.berth.benchmarks.host;

/**
 * How long JMH measures each call.
 *
 * @param warmUps how many iterations of 200 ms do not count
 * @param iterations how many iterations of 100 ms do
 */
public record CallsLength(int warmUps, int iterations) {

    /** For a short look. */
    public static final CallsLength QUICK = new CallsLength(4, 5);

    private static final int WARM_UPS = 20;

    /** Measures for so many iterations, well warmed up. */
    public static CallsLength of(int iterations) {
        return new CallsLength(WARM_UPS, iterations);
    }
}
