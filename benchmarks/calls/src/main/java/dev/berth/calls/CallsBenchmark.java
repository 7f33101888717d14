package dev.berth.calls;

import dev.berth.calls.contract.Prices;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.CallsInFlight;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call of each kind that does not depend on how many providers there are, in nanoseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallsBenchmark {

    private final Guard guard = new Guard();
    private final CallsInFlight calls = new CallsInFlight();
    private volatile Object pointer = calls;
    private RunningBase base;
    private Prices direct;
    private Prices imported;
    private Prices stub;
    private long article;

    /** Starts the base and installs its biz. */
    @Setup
    public void start() throws Exception {
        Measured measured = Measured.start(1);
        base = measured.base();
        direct = measured.direct();
        imported = measured.imported();
        stub = measured.stubs().byId;
    }

    /** Stops the base. */
    @TearDown
    public void stop() {
        base.close();
        if (guard.inside() != 0 || calls.count() != 0) {
            throw new IllegalStateException("Calls were counted in and not out");
        }
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

    /** A direct call between the in and the out of a revision's counters, with a look: all that a drain needs. */
    @Benchmark
    public long counted() {
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

    /** A direct call in the guard of a stub: counted, and in a call tree, which stays on its revisions. */
    @Benchmark
    public long guarded() {
        CallTree tree = guard.join();
        int depth = tree.depth();
        try {
            guard.enter(tree);
            return direct.price(article++);
        } finally {
            tree.leave(depth);
        }
    }

    /** A call of a provider in a biz, with all that is promised. */
    @Benchmark
    public long stub() {
        return stub.price(article++);
    }
}
