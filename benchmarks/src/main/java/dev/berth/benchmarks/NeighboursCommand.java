package dev.berth.benchmarks;

import dev.berth.benchmarks.scenario.NeighboursScenario;
import java.time.Duration;
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
            names = "--callers",
            paramLabel = "N",
            description = "Callers of the harmful biz; a base has 200 threads.",
            defaultValue = "250")
    private int callers;

    @Option(
            names = "--limit",
            paramLabel = "MS",
            description = "What the p99 of the quiet biz must stay below with a bulkhead.",
            defaultValue = "250")
    private double limit;

    @Override
    public Integer call() {
        NeighboursScenario scenario = new NeighboursScenario(
                options.participants(), Duration.ofSeconds(seconds), callers, limit, options::progress);
        return options.run("neighbours", scenario::run);
    }
}
