package dev.berth.meter;

import dev.berth.lifecycle.LoaderCounts;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.LoaderReport.Outcome;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of a base, in the text format of Prometheus.
 *
 * <p>Nothing of it is in the registry of the base application, if that has one. The meters are made for the first who asks, so that a
 * base without a scraper pays nothing. Safe for use by many threads.
 */
public final class BaseMeters implements AutoCloseable {

    private static final List<Outcome> LINGERING = List.of(Outcome.VERIFYING, Outcome.HELD, Outcome.UNKNOWN);

    private final RevisionRegistry revisions;
    private final LoaderProof loaders;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Makes the meters of a base and begins to measure. */
    public BaseMeters(RevisionRegistry revisions, LoaderProof loaders) {
        this.revisions = revisions;
        this.loaders = loaders;
        ofRevisions();
        ofLoaders();
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private void ofRevisions() {
        Gauge.builder("berth.biz.active", revisions, all -> count(all, Revision::active))
                .description("Biz that receive calls")
                .register(registry);
        for (String state : List.of("READY", "ACTIVE", "DRAINING", "STANDBY", "HELD")) {
            Gauge.builder(
                            "berth.revisions",
                            revisions,
                            all -> count(
                                    all, revision -> revision.state().label().equals(state)))
                    .tag("state", state.toLowerCase(Locale.ROOT))
                    .description("Revisions by state")
                    .register(registry);
        }
        Gauge.builder("berth.calls.in.flight", revisions, all -> all.revisions().stream()
                        .mapToLong(revision -> revision.calls().count())
                        .sum())
                .description("Calls that run in all revisions")
                .register(registry);
    }

    private static long count(RevisionRegistry revisions, java.util.function.Predicate<Revision> which) {
        return revisions.revisions().stream().filter(which).count();
    }

    private void ofLoaders() {
        for (Outcome outcome : LINGERING) {
            Gauge.builder("berth.loaders.lingering", loaders, proof -> proof.lingering().stream()
                            .filter(report -> report.outcome() == outcome)
                            .count())
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Loaders of closed revisions that are not known to be gone")
                    .register(registry);
        }
        counter("berth.loaders.collected", "Loaders of closed revisions that are gone", LoaderCounts::collected);
        counter(
                "berth.leak.collections",
                "Garbage collections that were asked for to verify loaders",
                LoaderCounts::collectionsAsked);
        counter(
                "berth.leak.collection.seconds",
                "Time that these collections took",
                counts -> (double) counts.collectionTime().toMillis() / TimeUnit.SECONDS.toMillis(1));
    }

    private void counter(String name, String description, ToDoubleFunction<LoaderCounts> value) {
        FunctionCounter.builder(name, loaders, proof -> value.applyAsDouble(proof.counts()))
                .description(description)
                .register(registry);
    }

    /** Returns all meters as they are now. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
