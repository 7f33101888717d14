package dev.berth.calls;

import dev.berth.calls.contract.Prices;
import dev.berth.lifecycle.CallsInFlight;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** One call of each kind, in nanoseconds. The base is a real one, the providers are those of a biz in its own loader. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallsBenchmark {

    /** How many providers of the SPI the biz has. */
    @Param("1")
    public int providers;

    private final CallsInFlight calls = new CallsInFlight();
    private volatile Object pointer = calls;
    private RunningBase base;
    private Prices direct;
    private Prices imported;
    private Desk.Stubs stubs;
    private Map<String, String> parameters;
    private long article;

    /** Starts the base and installs both biz. */
    @Setup
    public void start() throws Exception {
        Path folder = Files.createTempDirectory("berth-calls");
        base = RunningBase.start(folder.resolve("home"));
        base.install(ProviderJar.providers(folder, providers));
        base.install(ProviderJar.importer(folder));
        direct = base.bean(Desk.Direct.class);
        stubs = base.bean(Desk.Stubs.class);
        imported = stubs.imports.imported();
        parameters = Map.of("number", "#000");
        if (imported != direct || stubs.byId.price(1) != 2 || stubs.byRule.price(1) != 2) {
            throw new IllegalStateException("The calls are not those that are to be measured");
        }
    }

    /** Stops the base. */
    @TearDown
    public void stop() {
        base.close();
    }

    /** A call of a bean of the base by the base. */
    @Benchmark
    public long direct() {
        return direct.price(article++);
    }

    /** A call of the same bean by what a biz got for it. */
    @Benchmark
    public long exported() {
        return imported.price(article++);
    }

    /** What the in-flight guard does, around a direct call: in, look, out. */
    @Benchmark
    public long guarded() {
        calls.enter();
        try {
            if (pointer != calls) {
                throw new IllegalStateException("The pointer moved");
            }
            return direct.price(article++);
        } finally {
            calls.exit();
        }
    }

    /** A call of a provider in a biz, with all that is promised. */
    @Benchmark
    public long stub() {
        return stubs.byId.price(article++);
    }

    /** The same, routed by a rule among all providers. */
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
