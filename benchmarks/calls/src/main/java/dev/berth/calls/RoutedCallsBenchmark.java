package dev.berth.calls;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call of each kind that is routed among many providers, in nanoseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoutedCallsBenchmark {

    /** How many providers of the SPI the biz has. */
    @Param({"1", "10", "100"})
    public int providers;

    private RunningBase base;
    private Desk.Stubs stubs;
    private Map<String, String> parameters;
    private long article;

    /** Starts the base and installs its biz. */
    @Setup
    public void start() throws Exception {
        Measured measured = Measured.start(providers);
        base = measured.base();
        stubs = measured.stubs();
        parameters = Map.of("number", "#000");
    }

    /** Stops the base. */
    @TearDown
    public void stop() {
        base.close();
    }

    /** A call of a provider in a biz, with all that is promised, found by a rule. */
    @Benchmark
    public long rule() {
        return stubs.byRule.price(article++);
    }

    /** The same, with parameters that the code gives at each call. */
    @Benchmark
    public long invoker() {
        return stubs.invoker.getService(parameters).price(article++);
    }
}
