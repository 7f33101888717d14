package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls into revisions: the one way in that never meets a revision whose drain has seen its last call.
 *
 * <p>Safe for use by many threads and without locks.
 */
public final class CallAdmission {

    private final RevisionRegistry registry;

    /** Makes the admission of a base. */
    public CallAdmission(RevisionRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts a call into the active revision of a biz.
     *
     * <p>The caller counts itself out with {@link CallsInFlight#exit} when the call has ended.
     *
     * @return the revision to call, or none when no revision of the biz is active
     */
    public Optional<Revision> enter(BizName name) {
        Revision revision = registry.pointer(name);
        while (revision != null) {
            revision.calls().enter();
            Revision now = registry.pointer(name);
            if (now == revision) {
                return Optional.of(revision);
            }
            revision.calls().exit();
            revision = now;
        }
        return Optional.empty();
    }

    /**
     * Counts a call into a revision that runs, active or not.
     *
     * <p>The caller counts itself out with {@link CallsInFlight#exit} when the call has ended.
     *
     * @return whether it may be called; when not, nothing is counted
     */
    public boolean enter(Revision revision) {
        revision.calls().enter();
        boolean open = isOpen(revision.state());
        if (!open) {
            revision.calls().exit();
        }
        return open;
    }

    /** Tells whether a revision is the one that receives new calls. */
    public boolean isActive(Revision revision) {
        @Nullable Revision now = registry.pointer(revision.id().name());
        return now == revision;
    }

    private static boolean isOpen(RevisionState state) {
        return state instanceof RevisionState.Ready
                || state instanceof RevisionState.Active
                || state instanceof RevisionState.Standby;
    }
}
