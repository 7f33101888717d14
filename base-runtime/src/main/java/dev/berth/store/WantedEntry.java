package dev.berth.store;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** An entry of the first format of {@code wanted.json}, which knew one version a biz; read, never written. */
record WantedEntry(
        BizName name,
        BizVersion version,
        Digest digest,
        Optional<ContextPath> contextPath,
        Optional<String> fileName,
        Optional<Duration> startDeadline) {

    WantedEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
    }

    /** Adds the version to what was read before of its biz. */
    WantedBiz addTo(WantedState before) {
        return before.find(name)
                .orElseGet(() -> WantedBiz.none(name))
                .activated(new WantedVersion(version, digest, contextPath, Optional.empty(), fileName, startDeadline));
    }
}
