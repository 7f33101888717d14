package dev.berth.control;

import dev.berth.lifecycle.LoaderHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The closed revisions of a base whose loaders are not known to be gone, as callers see them.
 *
 * @param budget how many may be held before installs are refused
 * @param lingering the revisions, the one first that was closed first
 * @param collected how many loaders were gone since the base started
 * @param collectionsAsked how many collections were asked for meanwhile
 * @param collectionMillis how long these took together, in milliseconds
 */
public record LeaksView(
        int budget, List<Lingering> lingering, long collected, long collectionsAsked, double collectionMillis) {

    public LeaksView {
        lingering = List.copyOf(lingering);
    }

    /**
     * A closed revision.
     *
     * @param revision its id
     * @param name the name of the biz
     * @param version the version of the biz
     * @param outcome {@code verifying} while its time is not over, {@code held} by what is known, or {@code unknown}
     * @param closedAt when it was closed
     * @param millis how long that is ago, in milliseconds
     * @param holders what holds it, as far as that can be seen
     * @param hint what the reader can do to learn more
     */
    public record Lingering(
            String revision,
            String name,
            String version,
            String outcome,
            Instant closedAt,
            double millis,
            List<LoaderHolder> holders,
            Optional<String> hint) {

        public Lingering {
            holders = List.copyOf(holders);
        }
    }
}
