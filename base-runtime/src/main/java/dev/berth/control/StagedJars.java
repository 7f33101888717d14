package dev.berth.control;

import dev.berth.artifact.Announced;
import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.biz.Digest;
import dev.berth.error.BerthException;
import dev.berth.lifecycle.RevisionRegistry;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars that were sent to be installed: one whose install fails is not kept, and neither is that of a version which is
 * known no more, so that they do not fill the disk.
 *
 * <p>A jar that is installed or wanted, or that was sent a second time and waits for its own install, stays. Safe for use
 * by many threads.
 */
final class StagedJars {

    private static final Logger logger = LoggerFactory.getLogger(StagedJars.class);

    private final ArtifactStore store;
    private final RevisionRegistry registry;
    private final Wanted wanted;
    private final Map<Digest, Integer> expected = new ConcurrentHashMap<>();

    StagedJars(ArtifactStore store, RevisionRegistry registry, Wanted wanted) {
        this.store = store;
        this.registry = registry;
        this.wanted = wanted;
    }

    /** Stores a jar whose install is to follow; one that does not follow leaves the jar in the store. */
    Artifact add(InputStream body, Announced announced) {
        AtomicReference<@Nullable Digest> counted = new AtomicReference<>();
        boolean added = false;
        try {
            // Counted before it is looked for: the end of another install of it would remove it in between
            Artifact artifact = store.add(body, announced, digest -> {
                expected.merge(digest, 1, Integer::sum);
                counted.set(digest);
            });
            added = true;
            return artifact;
        } finally {
            Digest digest = counted.get();
            if (!added && digest != null) {
                expected.computeIfPresent(digest, (key, count) -> count > 1 ? count - 1 : null);
            }
        }
    }

    /** Says that an install has ended, in whatever way. */
    void installEnded(Digest digest) {
        expected.compute(digest, (key, count) -> {
            if (count != null && count > 1) {
                return count - 1;
            }
            removeUnlessUsed(key);
            return null;
        });
        removeForgotten();
    }

    /** Removes the jars of versions that are known no more and do not run any more; those that do wait for the next time. */
    void removeForgotten() {
        for (Digest digest : wanted.forgotten()) {
            expected.compute(digest, (key, count) -> {
                if (wanted.contains(key) || (count == null && removeUnlessUsed(key))) {
                    wanted.forgotten().remove(key);
                }
                return count;
            });
        }
    }

    /** Tells whether it is not used. */
    private boolean removeUnlessUsed(Digest digest) {
        boolean used = wanted.contains(digest)
                || registry.revisions().stream()
                        .anyMatch(revision -> revision.spec().digest().equals(digest));
        if (used) {
            return false;
        }
        try {
            store.remove(digest);
        } catch (BerthException failure) {
            // It costs space and nothing else
            logger.atWarn().setCause(failure).log("A jar that nothing needs stays in the store");
        }
        return true;
    }
}
