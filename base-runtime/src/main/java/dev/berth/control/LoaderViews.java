package dev.berth.control;

import dev.berth.control.Operation.LoaderOutcome;
import dev.berth.lifecycle.LoaderHolder;
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
