package dev.berth.store;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A biz that a base shall have, with what is needed to install it again.
 *
 * @param name the name of the biz
 * @param version its version
 * @param digest the digest of its jar in the artifact store
 * @param contextPath the path that its installer asked for, unless the jar's own applies
 * @param fileName the name that the installer's file had, where it is known
 * @param startDeadline how long it may take to start, unless the base's setting applies
 */
public record WantedBiz(
        BizName name,
        BizVersion version,
        Digest digest,
        Optional<ContextPath> contextPath,
        Optional<String> fileName,
        Optional<Duration> startDeadline) {

    public WantedBiz {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
    }

    /** Returns the biz and its version. */
    public BizId id() {
        return new BizId(name, version);
    }
}
