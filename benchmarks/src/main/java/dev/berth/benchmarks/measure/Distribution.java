package dev.berth.benchmarks.measure;

/**
 * The figures of many times, in milliseconds.
 *
 * @param count how many there were; of none, all figures are 0
 * @param min the shortest
 * @param median the one in the middle
 * @param p90 the one that 90 of 100 do not exceed
 * @param p99 the one that 99 of 100 do not exceed
 * @param max the longest
 */
public record Distribution(long count, double min, double median, double p90, double p99, double max) {

    /** The figures of no times. */
    public static final Distribution NONE = new Distribution(0, 0, 0, 0, 0, 0);
}
