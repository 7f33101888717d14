package dev.berth.store;

import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a biz, with what is needed to install it again.
 *
 * @param version the version
 * @param digest the digest of its jar in the artifact store
 * @param contextPath the path that its installer asked for, unless the jar's own applies
 * @param servedAt the path it was served under, unless it has no web part or has not started yet
 * @param fileName the name that the installer's file had, where it is known
 * @param startDeadline how long it may take to start, unless the base's setting applies
 */
public record WantedVersion(
        BizVersion version,
        Digest digest,
        Optional<ContextPath> contextPath,
        Optional<ContextPath> servedAt,
        Optional<String> fileName,
        Optional<Duration> startDeadline) {

    public WantedVersion {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
    }

    boolean is(BizVersion other) {
        return version.equals(other);
    }
}
