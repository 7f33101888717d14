package dev.berth.control;

import dev.berth.artifact.Artifact;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for a biz to be installed from a stored jar.
 *
 * @param artifact the jar, already in the store
 * @param fileName the name that the caller's file had; the last resort for the biz's identity
 * @param name the name to use instead of the one the jar states
 * @param version the version to use instead of the one the jar states
 * @param contextPath the path to use instead of the one the jar states
 * @param startDeadline how long the biz may take to start, unless the base's setting applies
 * @param strategy how it takes the place of another version
 * @param force whether to install although the base holds more closed revisions than its budget allows
 */
public record InstallRequest(
        Artifact artifact,
        Optional<String> fileName,
        Optional<BizName> name,
        Optional<BizVersion> version,
        Optional<ContextPath> contextPath,
        Optional<Duration> startDeadline,
        Strategy strategy,
        boolean force) {

    /** Asks for an install that replaces what is active, within the leak budget. */
    public InstallRequest(
            Artifact artifact,
            Optional<String> fileName,
            Optional<BizName> name,
            Optional<BizVersion> version,
            Optional<ContextPath> contextPath,
            Optional<Duration> startDeadline) {
        this(artifact, fileName, name, version, contextPath, startDeadline, Strategy.REPLACE, false);
    }
}
