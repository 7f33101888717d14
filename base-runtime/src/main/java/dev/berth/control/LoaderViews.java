package dev.berth.control;

import dev.berth.control.Operation.LoaderOutcome;
import dev.berth.lifecycle.LoaderCounts;
import dev.berth.lifecycle.LoaderHolder;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.LoaderReport;
import dev.berth.store.OperationRecord;
import java.time.Duration;
import java.util.Locale;

/** Shows what became of loaders as callers see it and as it is stored. */
final class LoaderViews {

    private LoaderViews() {}

    static LoaderOutcome outcome(LoaderReport report) {
        return new LoaderOutcome(
                report.revision().toString(),
                report.outcome().name().toLowerCase(Locale.ROOT),
                millis(report.after()),
                report.holders(),
                report.hint());
    }

    static LeaksView leaks(LoaderProof loaders, int budget) {
        LoaderCounts counts = loaders.counts();
        return new LeaksView(
                budget,
                loaders.lingering().stream().map(LoaderViews::lingering).toList(),
                counts.collected(),
                counts.collectionsAsked(),
                millis(counts.collectionTime()));
    }

    private static LeaksView.Lingering lingering(LoaderReport report) {
        return new LeaksView.Lingering(
                report.revision().toString(),
                report.revision().name().value(),
                report.revision().version().value(),
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.closedAt(),
                millis(report.after()),
                report.holders(),
                report.hint());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }

    static OperationRecord.Loader stored(LoaderOutcome loader) {
        return new OperationRecord.Loader(
                loader.revision(),
                loader.outcome(),
                loader.millis(),
                loader.holders().stream()
                        .map(holder -> new OperationRecord.Holder(holder.kind(), holder.description(), holder.stack()))
                        .toList(),
                loader.hint());
    }

    static LoaderOutcome outcome(OperationRecord.Loader stored) {
        return new LoaderOutcome(
                stored.revision(),
                stored.outcome(),
                stored.millis(),
                stored.holders().stream()
                        .map(holder -> new LoaderHolder(holder.kind(), holder.description(), holder.stack()))
                        .toList(),
                stored.hint());
    }
}
