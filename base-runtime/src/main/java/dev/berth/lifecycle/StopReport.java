package dev.berth.lifecycle;

import java.time.Duration;

/**
 * What happened while a revision was taken down.
 *
 * @param drained whether the last call in flight ended in time
 * @param callsCut how many calls were still running when it was closed
 * @param closedInTime whether its context closed in time
 */
public record StopReport(boolean drained, long callsCut, boolean closedInTime) {

    /** How long the close of a biz's context may take. */
    static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
}
