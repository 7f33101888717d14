package dev.berth.benchmarks;

import dev.berth.benchmarks.scenario.RollbackScenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run rollback}. */
@Command(description = "Goes back to a standby, timed at the admin port.")
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--count", paramLabel = "N", description = "Rollbacks of each base.", defaultValue = "200")
    private int count;

    @Override
    public Integer call() {
        RollbackScenario scenario = new RollbackScenario(options.participants(), count, options.peerCount());
        return options.run("rollback", scenario::run);
    }
}
