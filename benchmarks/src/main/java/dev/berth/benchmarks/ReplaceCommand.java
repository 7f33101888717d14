package dev.berth.benchmarks;

import dev.berth.benchmarks.scenario.ReplacePlan;
import dev.berth.benchmarks.scenario.ReplaceScenario;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run replace}. */
@Command(description = "Replaces a biz under load: no request may be lost.")
final class ReplaceCommand implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--count", paramLabel = "N", description = "Replaces of each base.", defaultValue = "100")
    private int count;

    @Option(names = "--turns", paramLabel = "N", description = "Turns that the bases take.", defaultValue = "2")
    private int turns;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "Load before a turn's times count.",
            defaultValue = "5")
    private int warmUpSeconds;

    @Option(
            names = "--rest",
            paramLabel = "SECONDS",
            description = "Load before a turn's first replace.",
            defaultValue = "10")
    private int restSeconds;

    @Option(names = "--pause", paramLabel = "MILLIS", description = "Load after each replace.", defaultValue = "50")
    private int pauseMillis;

    @Override
    public Integer call() {
        ReplacePlan plan = new ReplacePlan(
                count,
                options.peerCount(),
                turns,
                Duration.ofSeconds(warmUpSeconds),
                Duration.ofSeconds(restSeconds),
                Duration.ofMillis(pauseMillis));
        return options.run("replace", new ReplaceScenario(options.participants(), plan, options::progress)::run);
    }
}
