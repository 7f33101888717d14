package dev.berth.control;

import dev.berth.biz.BizName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A biz as callers see it.
 *
 * @param name the name of the biz
 * @param version the version that is served, was stopped or shall be served, or else of the newest revision
 * @param state the state of that revision, such as {@code ACTIVE}; {@code STOPPED} for a biz that was stopped, {@code
 *     FAILED} for one that is down and {@code STARTING} for one whose turn comes with the start of the base
 * @param contextPath the path it is served under, unless it has no web part
 * @param earlierVersions the versions that were served before, the last one first; a rollback goes to it
 * @param revisions every copy that the base knows, newest first
 * @param problem why a biz that shall be in service is not, and what to do about it; nothing for any other
 */
public record BizView(
        BizName name,
        String version,
        String state,
        Optional<String> contextPath,
        List<String> earlierVersions,
        List<RevisionView> revisions,
        Optional<Problem> problem) {

    public BizView {
        earlierVersions = List.copyOf(earlierVersions);
        revisions = List.copyOf(revisions);
    }

    /**
     * One installed copy of a biz.
     *
     * @param revision its id
     * @param version its version
     * @param state its state, such as {@code ACTIVE}
     * @param stateDetail what the state says beyond its name, such as the cause of a failure or what holds it
     * @param since when it came into that state, where that is known
     * @param callsInFlight how many calls run in it now
     * @param load what it is busy with
     * @param troubles what went wrong in it, the newest first
     * @param carriedAttributes how many session attributes it has taken over from other revisions
     * @param droppedAttributes how many it could not take over; the log of the biz says which and why
     * @param standbyUntil when it is stopped unless somebody goes back to it, for one on standby
     * @param layout how its jar is laid out: {@code stock}, {@code slim} or {@code ark}
     * @param digest the SHA-256 digest of its jar
     * @param contextPath the path it is served under, unless it has no web part
     * @param installedAt when its install began
     * @param startMillis how long its start took, unless it has not started
     * @param sharedLibraries how many libraries it shares with the base
     * @param broughtLibraries how many libraries it brings itself
     */
    public record RevisionView(
            String revision,
            String version,
            String state,
            Optional<String> stateDetail,
            Optional<Instant> since,
            long callsInFlight,
            LoadView load,
            List<TroubleView> troubles,
            long carriedAttributes,
            long droppedAttributes,
            Optional<Instant> standbyUntil,
            String layout,
            String digest,
            Optional<String> contextPath,
            Instant installedAt,
            Optional<Double> startMillis,
            int sharedLibraries,
            int broughtLibraries) {

        public RevisionView {
            troubles = List.copyOf(troubles);
        }
    }
}
