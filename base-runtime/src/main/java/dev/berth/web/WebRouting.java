package dev.berth.web;

import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.ClosedPaths;
import java.util.Optional;

/**
 * How calls from outside find their revision.
 *
 * @param admission lets calls into revisions
 * @param closedPaths the paths where callers are told to come back
 * @param tryHeader whether a request may ask for a revision that is not active, by the header {@code Berth-Revision}
 * @param maxConcurrent how many calls each biz may have in flight, unless it says otherwise; derived from the server's
 *     threads if not set
 */
public record WebRouting(
        CallAdmission admission, ClosedPaths closedPaths, boolean tryHeader, Optional<Integer> maxConcurrent) {}
