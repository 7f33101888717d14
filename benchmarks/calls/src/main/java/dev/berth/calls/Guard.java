package dev.berth.calls;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionSpec;
import dev.berth.linkage.Linkage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guard of a stub's call, of the same classes and in the same order, without its routing and its context loader: a tree
 * of its own, the count of a revision, a look at what the call was routed by, and all of it back.
 */
final class Guard implements CallTree.Look {

    private static final String NO_DIGEST = "0".repeat(64);

    private final CallAdmission admission = new CallAdmission(new RevisionRegistry());
    private final Revision revision = revision();
    private volatile Object snapshot = new Object();

    private static Revision revision() {
        RevisionSpec spec = new RevisionSpec(
                new Digest(NO_DIGEST),
                "slim",
                Map.of(),
                "Main",
                List.of(),
                new Linkage(List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Path.of("none"),
                Duration.ZERO,
                Instant.EPOCH);
        return new Revision(new RevisionId(new BizId(new BizName("guarded"), new BizVersion("1")), 1), spec);
    }

    CallTree join() {
        return CallTree.join(admission);
    }

    void enter(CallTree tree) {
        Object now = snapshot;
        if (!tree.has(revision) && !tree.enter(revision, this, now)) {
            throw new IllegalStateException("The pointer moved");
        }
    }

    @Override
    public boolean holds(Object seen) {
        return snapshot == seen;
    }

    /** Returns how many calls it has let in and not out again. */
    long inside() {
        return revision.calls().count();
    }
}
