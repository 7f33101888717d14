package dev.berth.lifecycle;

import java.time.Duration;

/**
 * What happened while a revision was taken down.
 *
 * @param drain what became of its calls
 * @param closedInTime whether its context closed in time
 */
public record StopReport(DrainReport drain, boolean closedInTime) {

    /** How long the close of a biz's context may take. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
}
