package dev.berth.benchmarks.load;

import static java.util.Objects.requireNonNull;

import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Timings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Counts what came of every request to one host, over all turns that the host has. Times are of quick requests that were
 * answered. Safe for threads.
 */
public final class Tally {

    private static final int SAMPLES = 5;

    private final Map<Traffic, Map<Outcome, LongAdder>> counts = new EnumMap<>(Traffic.class);
    private final Timings atRest = new Timings();
    private final Timings duringReplace = new Timings();
    private final Map<Traffic, Set<Integer>> outlasted = new EnumMap<>(Traffic.class);
    private final Outage outage = new Outage();
    private final List<String> samples = new ArrayList<>();

    /** Starts with no requests. */
    public Tally() {
        for (Traffic traffic : Traffic.values()) {
            Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
            Stream.of(Outcome.values()).forEach(outcome -> outcomes.put(outcome, new LongAdder()));
            counts.put(traffic, outcomes);
            outlasted.put(traffic, ConcurrentHashMap.newKeySet());
        }
    }

    void count(Traffic traffic, Outcome outcome) {
        counter(traffic, outcome).increment();
    }

    void sample(String failure) {
        synchronized (samples) {
            if (samples.size() < SAMPLES) {
                samples.add(failure);
            }
        }
    }

    void outlasted(Traffic traffic, List<Integer> replaces) {
        requireNonNull(outlasted.get(traffic)).addAll(replaces);
    }

    /** Returns through how many replaces a request of that kind was under way, from before their request to after their answer. */
    public long replacesOutlasted(Traffic traffic) {
        return requireNonNull(outlasted.get(traffic)).size();
    }

    Timings atRest() {
        return atRest;
    }

    Timings duringReplace() {
        return duringReplace;
    }

    Outage outage() {
        return outage;
    }

    /** Returns how often this came of that kind of request. */
    public long count(Traffic traffic, List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToLong(outcome -> counter(traffic, outcome).sum())
                .sum();
    }

    /** Returns how often one of these came of any request. */
    public long count(List<Outcome> outcomes) {
        return Stream.of(Traffic.values())
                .mapToLong(traffic -> count(traffic, outcomes))
                .sum();
    }

    /** Returns the times of requests that no replace touched. */
    public Distribution restTimes() {
        return atRest.distribution();
    }

    /** Returns the times of requests under way while a replace ran. */
    public Distribution replaceTimes() {
        return duringReplace.distribution();
    }

    /** Returns the longest time without service since the last call, in nanoseconds. */
    public long takeLongestOutage() {
        return outage.takeLongest(System.nanoTime());
    }

    /** Returns the first few failures. */
    public List<String> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    private LongAdder counter(Traffic traffic, Outcome outcome) {
        return requireNonNull(requireNonNull(counts.get(traffic)).get(outcome));
    }
}
