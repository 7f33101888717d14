package dev.berth.benchmarks;

import dev.berth.benchmarks.scenario.Neighbour;
import dev.berth.benchmarks.scenario.NeighboursScenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run neighbours}. */
@Command(description = "Measures a quiet biz beside one that does harm, with and without the bulkhead.")
final class NeighboursCommand implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--seconds", paramLabel = "N", description = "How long each case is measured.", defaultValue = "10")
    private int seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of each host's server; the harmful biz has a quarter more callers.",
            defaultValue = "40")
    private int threads;

    @Option(
            names = "--limit",
            paramLabel = "MS",
            description = "What the p99 of the quiet biz must stay below with a bulkhead.",
            defaultValue = "250")
    private double limit;

    @Option(
            names = "--only",
            paramLabel = "CASE",
            split = ",",
            description = "What the harmful biz does: ${COMPLETION-CANDIDATES}.",
            defaultValue = "SPIN,ALLOCATE,DEADLOCK,HOARD")
    @SuppressWarnings("NullAway.Init") // Picocli sets it
    private List<Neighbour> only;

    @Override
    public Integer call() {
        NeighboursScenario scenario = new NeighboursScenario(
                options.participants(), only, Duration.ofSeconds(seconds), threads, limit, options::progress);
        return options.run("neighbours", scenario::run);
    }
}
