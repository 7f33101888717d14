package dev.berth.control;

import dev.berth.biz.BizName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A biz as callers see it.
 *
 * @param name the name of the biz
 * @param version the version that is served, or else of the newest revision
 * @param state the state of that revision, such as {@code ACTIVE}
 * @param contextPath the path it is served under, unless it has no web part
 * @param revisions every copy that the base knows, newest first
 */
public record BizView(
        BizName name, String version, String state, Optional<String> contextPath, List<RevisionView> revisions) {

    public BizView {
        revisions = List.copyOf(revisions);
    }

    /**
     * One installed copy of a biz.
     *
     * @param revision its id
     * @param version its version
     * @param state its state, such as {@code ACTIVE}
     * @param stateDetail what the state says beyond its name, such as the cause of a failure or what holds it
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
            String layout,
            String digest,
            Optional<String> contextPath,
            Instant installedAt,
            Optional<Double> startMillis,
            int sharedLibraries,
            int broughtLibraries) {}
}
