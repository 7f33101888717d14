package dev.berth.lifecycle;

import java.time.Instant;

/** A revision that was stopped, and the registry that knew it; only its loader has a way to go. Or one that still drains. */
public final class ClosedRevision {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final Revision revision;

    public ClosedRevision(String name, long number) {
        this(name, number, true);
    }

    public ClosedRevision(String name, long number, boolean stopped) {
        revision = RevisionFixture.staged(name, number);
        Instant now = Instant.now();
        revision.transition(RevisionState.Staged.class, staged -> staged.start(now));
        revision.transition(RevisionState.Starting.class, starting -> starting.ready(now));
        revision.transition(RevisionState.Ready.class, ready -> ready.retire(now));
        if (stopped) {
            revision.transition(RevisionState.Draining.class, draining -> draining.stop(now));
        }
    }

    public RevisionRegistry registry() {
        return registry;
    }

    public Revision revision() {
        return revision;
    }
}
