package dev.berth.lifecycle;

import dev.berth.biz.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the loader of a closed revision; a snapshot.
 *
 * @param revision the revision
 * @param outcome whether it is gone
 * @param closedAt when it was closed
 * @param after how long after the close it was seen to be gone, or is not gone yet
 * @param holders what holds it, for one that is held
 * @param hint what the reader can do to learn more, for one that is not known to be gone
 */
public record LoaderReport(
        RevisionId revision,
        Outcome outcome,
        Instant closedAt,
        Duration after,
        List<LoaderHolder> holders,
        Optional<String> hint) {

    public LoaderReport {
        holders = List.copyOf(holders);
    }

    /** Whether a loader is gone. */
    public enum Outcome {
        /** The time that it has is not over. */
        VERIFYING,
        /** The garbage collector has taken it. */
        COLLECTED,
        /** Something that is known holds it. */
        HELD,
        /** It is still there, and nobody knows why. */
        UNKNOWN
    }
}
