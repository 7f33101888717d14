package dev.berth.benchmarks.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of JMH over the calls in a process.
 *
 * @param nanos the least disturbed iteration of each benchmark, by its name and how many providers there were
 */
public record CallsRun(Map<String, Double> nanos) {

    private static final long LONGEST_MINUTES = 60;

    /** Copies the map. */
    public CallsRun {
        nanos = Collections.unmodifiableMap(new LinkedHashMap<>(nanos));
    }

    /**
     * Runs JMH and waits for its end.
     *
     * @param folder where it writes
     * @param iterations how many iterations of 100 ms each benchmark gets
     */
    static CallsRun run(Builds builds, Jdk jdk, Path folder, int iterations) {
        Path result = folder.resolve("result.json");
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of("-cp", builds.calls() + File.pathSeparator + builds.callsLibraries() + "/*"));
        command.addAll(List.of("org.openjdk.jmh.Main", "-f", "1", "-wi", "20", "-w", "200ms"));
        command.addAll(List.of("-i", String.valueOf(iterations), "-r", "100ms", "-tu", "ns"));
        command.addAll(List.of("-p", "providers=1,10,100", "-rf", "json", "-rff", result.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new HostException("JMH did not come to its end; its output is in '" + folder.getFileName() + "'");
            }
            return read(Files.readString(result));
        } catch (IOException e) {
            throw new HostException("JMH does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostException("JMH was interrupted", e);
        }
    }

    /** Reads what JMH writes with {@code -rf json}. */
    static CallsRun read(String json) {
        Map<String, Double> nanos = new LinkedHashMap<>();
        for (JsonNode benchmark : JsonMapper.shared().readTree(json)) {
            String name = benchmark.path("benchmark").asString();
            String key = name.substring(name.lastIndexOf('.') + 1) + " "
                    + benchmark.path("params").path("providers").asString();
            double least = Double.MAX_VALUE;
            for (JsonNode fork : benchmark.path("primaryMetric").path("rawData")) {
                for (JsonNode iteration : fork) {
                    least = Math.min(least, iteration.asDouble());
                }
            }
            nanos.put(key, least);
        }
        return new CallsRun(nanos);
    }

    /** Returns the nanoseconds of a call with so many providers. */
    public double nanos(String benchmark, int providers) {
        Double found = nanos.get(benchmark + " " + providers);
        if (found == null) {
            throw new HostException("JMH did not measure '" + benchmark + "' with " + providers + " providers");
        }
        return found;
    }
}
