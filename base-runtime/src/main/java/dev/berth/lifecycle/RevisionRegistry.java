package dev.berth.lifecycle;

import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Knows every revision of a base: all by id, and the active one by name.
 *
 * <p>The entry by name is the pointer: the only truth about which revision receives new calls, moved in one write. Web,
 * providers and triggers obey it ({@link CallAdmission}); states follow it. One that is closed is forgotten, but known again
 * while its loader is held. Reading takes no lock. Writers hold the lock of the biz's name ({@link BizLocks}), except
 * {@link LoaderProof}, which alone changes what is closed.
 */
public final class RevisionRegistry {

    private final Map<RevisionId, Revision> revisions = new ConcurrentHashMap<>();
    private final Map<BizName, Revision> active = new ConcurrentHashMap<>();
    private final List<PointerListener> listeners = new CopyOnWriteArrayList<>();

    /** Tells a listener of each move of a pointer, before the step that moved it goes on. */
    public void onMove(PointerListener listener) {
        listeners.add(listener);
    }

    /** Returns the active revision of a biz. */
    public Optional<Revision> active(BizName name) {
        return Optional.ofNullable(active.get(name));
    }

    /** Returns the active revision of a biz, or {@code null}; for the way of calls, which has no time to wrap it. */
    @Nullable
    Revision pointer(BizName name) {
        return active.get(name);
    }

    /** Returns all revisions of a biz, newest first. */
    public List<Revision> revisions(BizName name) {
        return sorted().stream().filter(r -> r.id().name().equals(name)).toList();
    }

    /** Returns the revision of a version that runs, with calls or without; there is one at most. */
    public Optional<Revision> running(BizId biz) {
        return running(biz.name()).stream()
                .filter(revision -> revision.id().biz().equals(biz))
                .findFirst();
    }

    /** Returns the revisions of a biz that run, with calls or without, newest first. */
    public List<Revision> running(BizName name) {
        return revisions(name).stream()
                .filter(revision -> runs(revision.state()))
                .toList();
    }

    private static boolean runs(RevisionState state) {
        return state instanceof RevisionState.Ready
                || state instanceof RevisionState.Active
                || state instanceof RevisionState.Draining
                || state instanceof RevisionState.Standby;
    }

    /** Returns all revisions, newest first. */
    public List<Revision> revisions() {
        return sorted();
    }

    /** Returns the revisions that are closed but held, by what is known or not, newest first. */
    public List<Revision> held() {
        return sorted().stream()
                .filter(revision -> revision.state() instanceof RevisionState.Held)
                .toList();
    }

    void add(Revision revision) {
        revisions.put(revision.id(), revision);
    }

    /**
     * Moves the pointer of a biz to a revision.
     *
     * <p>While listeners follow one after the other, neither revision counts as pointed at: a call tree that entered one of
     * them must not trust an image that still has, or already has, the other.
     */
    void pointTo(Revision revision) {
        BizName name = revision.id().name();
        Revision before = active.get(name);
        if (before != null && before != revision) {
            before.pointedAt(false);
        }
        active.put(name, revision);
        moved(name);
        revision.pointedAt(true);
    }

    /** Takes the pointer away from a revision, if it points there. */
    void pointAwayFrom(Revision revision) {
        BizName name = revision.id().name();
        revision.pointedAt(false);
        if (active.remove(name, revision)) {
            moved(name);
        }
    }

    private void moved(BizName name) {
        listeners.forEach(listener -> listener.moved(name));
    }

    /** Forgets a closed revision, unless something holds it. */
    void remove(Revision revision) {
        pointAwayFrom(revision);
        if (!revision.isHeld()) {
            revisions.remove(revision.id());
        }
    }

    /**
     * Notes that a closed revision is not gone, and lists it.
     *
     * @param holders what holds it, as text, or a word that this is not known
     */
    public void held(Revision revision, Instant now, List<String> holders) {
        revision.transition(RevisionState.Ended.class, ended -> ended.held(now, holders));
        revisions.put(revision.id(), revision);
    }

    /** Notes that the loader of a closed revision is gone, and forgets it. */
    public void collected(Revision revision, Duration after) {
        revision.transition(RevisionState.Ended.class, ended -> ended.collected(after));
        revisions.remove(revision.id());
    }

    private List<Revision> sorted() {
        List<Revision> all = new ArrayList<>(revisions.values());
        all.sort(Comparator.comparingLong((Revision r) -> r.id().number()).reversed());
        return List.copyOf(all);
    }
}
