package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a call tree holds, in the order of their entries.
 *
 * <p>One thread adds at a time; others may read meanwhile and then miss the newest. Nothing is allocated for the first few.
 */
final class EnteredRevisions {

    private static final int FEW = 4;
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(EnteredRevisions.class, "count", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private @Nullable Revision[] revisions = new Revision[FEW];

    /** Written after the element, read before it. */
    private int count;

    void add(Revision revision) {
        int next = count;
        if (next == revisions.length) {
            revisions = Arrays.copyOf(revisions, 2 * next);
        }
        revisions[next] = revision;
        COUNT.setRelease(this, next + 1);
    }

    boolean has(Revision revision) {
        int seen = (int) COUNT.getAcquire(this);
        @Nullable Revision[] all = revisions;
        for (int i = 0; i < seen; i++) {
            if (all[i] == revision) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Revision find(BizName name) {
        int seen = (int) COUNT.getAcquire(this);
        @Nullable Revision[] all = revisions;
        for (int i = 0; i < seen; i++) {
            Revision revision = all[i];
            if (revision != null && revision.id().name().equals(name)) {
                return revision;
            }
        }
        return null;
    }

    /** Tells whether each is the active one of its biz. */
    boolean areActive() {
        int seen = (int) COUNT.getAcquire(this);
        @Nullable Revision[] all = revisions;
        for (int i = 0; i < seen; i++) {
            Revision revision = all[i];
            if (revision != null && !revision.isPointedAt()) {
                return false;
            }
        }
        return true;
    }

    List<Revision> all() {
        int seen = (int) COUNT.getAcquire(this);
        return Arrays.stream(revisions, 0, seen).toList();
    }

    /** Counts each out and forgets it; nobody else uses these any more. */
    void exitAll() {
        int all = count;
        COUNT.setRelease(this, 0);
        for (int i = 0; i < all; i++) {
            Revision revision = revisions[i];
            revisions[i] = null;
            if (revision != null) {
                revision.calls().exit();
            }
        }
    }
}
