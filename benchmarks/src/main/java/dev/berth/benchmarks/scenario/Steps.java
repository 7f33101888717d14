package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.measure.Timings;
import dev.berth.benchmarks.report.Figures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The steps that a host names of its operations, in the order in which they were first seen. For one thread. */
final class Steps {

    private final Map<String, Timings> times = new LinkedHashMap<>();

    /** Adds the steps of one operation, in milliseconds. */
    void add(Map<String, Double> millis) {
        millis.forEach((name, value) -> times.computeIfAbsent(name, added -> new Timings())
                .record(Math.round(value * TimeUnit.MILLISECONDS.toNanos(1))));
    }

    /** Writes their medians in one line; empty if no steps were named. */
    String medians() {
        return times.entrySet().stream()
                .map(step -> step.getKey() + " "
                        + Figures.millis(step.getValue().distribution().median()))
                .collect(Collectors.joining(", "));
    }
}
