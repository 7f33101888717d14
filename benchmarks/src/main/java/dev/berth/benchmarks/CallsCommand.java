package dev.berth.benchmarks;

import dev.berth.benchmarks.host.CallsLength;
import dev.berth.benchmarks.scenario.CallsScenario;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/run calls}. */
@Command(description = "Measures calls between base and biz in one process, with JMH.")
final class CallsCommand implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--iterations", paramLabel = "N", description = "Iterations of 100 ms.", defaultValue = "60")
    private int iterations;

    @Option(names = "--quick", description = "Few iterations, hardly warmed up, for a short look.")
    private boolean quick;

    @Override
    public Integer call() {
        CallsLength length = quick ? CallsLength.QUICK : CallsLength.of(iterations);
        CallsScenario scenario = new CallsScenario(options.participants(), length, options::progress);
        return options.run("calls", scenario::run);
    }
}
