package dev.berth.benchmarks.measure;

import java.util.List;

/**
 * What one call takes, in nanoseconds, by the iterations of a benchmark, each of which is a mean of very many calls.
 *
 * @param least the iteration that was disturbed least
 * @param median the one in the middle
 */
public record CallTime(double least, double median) {

    /**
     * Takes the figures of all iterations.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CallTime of(List<Double> iterations) {
        if (iterations.isEmpty()) {
            throw new IllegalArgumentException("There is no iteration");
        }
        List<Double> sorted = iterations.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new CallTime(sorted.get(0), median);
    }
}
