package dev.berth.benchmarks.host;

import dev.berth.benchmarks.measure.CallTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run of JMH measured over the calls in a process.
 *
 * @param times the times of each benchmark, by its name and how many providers there were
 */
public record CallsRun(Map<String, CallTime> times) {

    /** Copies the map. */
    public CallsRun {
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
    }

    /** Reads what JMH writes with {@code -rf json}. */
    static CallsRun read(String json) {
        Map<String, CallTime> times = new LinkedHashMap<>();
        for (JsonNode benchmark : JsonMapper.shared().readTree(json)) {
            String name = benchmark.path("benchmark").asString();
            String providers = benchmark.path("params").path("providers").asString("1");
            times.put(key(name.substring(name.lastIndexOf('.') + 1), providers), CallTime.of(iterations(benchmark)));
        }
        return new CallsRun(times);
    }

    private static List<Double> iterations(JsonNode benchmark) {
        List<Double> iterations = new ArrayList<>();
        for (JsonNode fork : benchmark.path("primaryMetric").path("rawData")) {
            fork.forEach(iteration -> iterations.add(iteration.asDouble()));
        }
        return iterations;
    }

    private static String key(String benchmark, String providers) {
        return benchmark + " " + providers;
    }

    /** Returns the time of a call with so many providers. */
    public CallTime time(String benchmark, int providers) {
        CallTime found = times.get(key(benchmark, String.valueOf(providers)));
        if (found == null) {
            throw new HostException("JMH did not measure '" + benchmark + "' with " + providers + " providers");
        }
        return found;
    }
}
