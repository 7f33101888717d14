package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Footprint;
import dev.berth.benchmarks.measure.Promise;
import java.util.function.ToDoubleFunction;

/** By how much what a host takes may differ between two looks and still be flat. */
enum Tolerance {
    /** One of a server or a drain, which comes and goes. */
    THREADS("threads", Footprint::threads, 4, "", 0),
    /** A kept connection, or a library of the JDK that is opened once. */
    FILES("file descriptors", Footprint::files, 6, "", 0),
    TEMPORARY("temporary files", Footprint::temporary, 0, "", 0),
    /** Spun by the JDK for calls by reflection and for lambdas, and dropped again; one a cycle would be a leak. */
    CLASSES("classes", Footprint::classes, 1_000, "", 1_000),
    HEAP("heap", footprint -> footprint.heap() / (double) (1 << 20), 6, "MB", 6),
    /** Mostly profiles of methods of the base, made as each becomes warm: with 15,000 classes that takes hundreds of installs. */
    METASPACE("metaspace", footprint -> footprint.metaspace() / (double) (1 << 20), 24, "MB", 10);

    private final String title;
    private final ToDoubleFunction<Footprint> figure;
    private final double most;
    private final String unit;
    private final double ofALoader;

    Tolerance(String title, ToDoubleFunction<Footprint> figure, double most, String unit, double ofALoader) {
        this.title = title;
        this.figure = figure;
        this.most = most;
        this.unit = unit;
        this.ofALoader = ofALoader;
    }

    /**
     * Promises that from one look to a later one no more than this was added.
     *
     * @param lingering how many more loaders were left, for which there is a promise of their own: what they take is theirs
     */
    Promise promise(String grown, Footprint first, Footprint last, int lingering) {
        return Promise.atMost(
                grown + title,
                figure.applyAsDouble(last) - figure.applyAsDouble(first),
                most + lingering * ofALoader,
                unit);
    }
}
