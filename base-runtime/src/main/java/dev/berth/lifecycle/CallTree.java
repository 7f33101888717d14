package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call from outside and all calls of other biz that it makes: it stays on the revisions that it entered.
 *
 * <p>The tree holds a count on each revision from the first entry to the end of its root, so that a revision which it
 * has entered neither stops under it nor gives way to another one in its middle. The root {@link #bind binds} it to each
 * thread that works for it, one after the other or at once. Safe for use by many threads.
 *
 * <p>A call between biz on a thread that works for no tree is the root of one itself ({@link #join}). Such a tree belongs
 * to its thread, which uses it again for its next call unless somebody has asked for it meanwhile: it takes no lock, and
 * allocates nothing.
 */
public final class CallTree {

    private static final ThreadLocal<Work> work = ThreadLocal.withInitial(Work::new);

    private final @Nullable RunningCall call;
    private final EnteredRevisions entered = new EnteredRevisions();

    /** The thread whose own tree this is, for one that {@link #join} began. */
    private final @Nullable Work owner;

    private CallAdmission admission;
    private int depth;
    private boolean shared;
    private boolean ended;

    /** Begins a tree that has entered nothing and that a drain knows by its count alone. */
    public CallTree(CallAdmission admission) {
        this(admission, null, null);
    }

    /**
     * Begins a tree that has entered nothing.
     *
     * @param admission lets calls in
     * @param call its root as drains know it
     */
    public CallTree(CallAdmission admission, RunningCall call) {
        this(admission, call, null);
    }

    private CallTree(CallAdmission admission, @Nullable RunningCall call, @Nullable Work owner) {
        this.admission = admission;
        this.call = call;
        this.owner = owner;
    }

    /** Returns the tree that the current thread works for. */
    public static Optional<CallTree> current() {
        CallTree tree = work.get().current;
        if (tree != null && tree.owner != null) {
            // It may be bound to other threads now, and outlive its root there
            tree.shared = true;
        }
        return Optional.ofNullable(tree);
    }

    /**
     * Returns the tree that the current thread works for, or begins one; the caller {@link #leave leaves} it in the same
     * thread, at the {@link #depth} of its own join, and the one that began it here ends it.
     */
    public static CallTree join(CallAdmission admission) {
        Work mine = work.get();
        CallTree tree = mine.current;
        if (tree == null) {
            return mine.begin(admission);
        }
        if (tree.owner == mine) {
            tree.depth++;
        }
        return tree;
    }

    /** Returns how many joins of the current thread have not left yet; asked right after a join. */
    public int depth() {
        return depth;
    }

    /**
     * Leaves a tree that the current thread has joined.
     *
     * @param joined its depth after that join; whatever failed to leave further in, where a stack overflowed, has left too
     */
    public void leave(int joined) {
        Work mine = owner;
        if (mine != null && (!shared || mine == work.get())) {
            depth = joined - 1;
            if (depth == 0) {
                mine.end(this);
            }
        }
    }

    /** Lets the current thread work for no tree until the result is closed, by the same thread: what it calls is a root. */
    public static Binding apart() {
        Work mine = work.get();
        CallTree current = mine.current;
        CallTree own = mine.own;
        mine.current = null;
        // It may be in use further out
        mine.own = null;
        return () -> {
            mine.current = current;
            mine.own = own;
        };
    }

    /** Returns what the current thread does, for a report: its call, or else its name. */
    static String doing() {
        CallTree tree = work.get().current;
        return tree == null || tree.call == null
                ? "thread '" + Thread.currentThread().getName() + "'"
                : tree.call.description();
    }

    /**
     * Enters a biz: the revision that the tree has entered before, or else the active one.
     *
     * @return the revision to call, or none when no revision of the biz is active
     * @throws IllegalStateException when the root has ended
     */
    public Optional<Revision> enter(BizName name) {
        Revision known = entered.find(name);
        return known != null ? Optional.of(known) : admit(name);
    }

    private synchronized Optional<Revision> admit(BizName name) {
        checkOpen();
        Revision known = entered.find(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Revision> admitted = admission.enter(name);
        admitted.ifPresent(this::hold);
        return admitted;
    }

    /**
     * Enters a revision that runs, active or not, for the whole tree.
     *
     * @return whether it may be called
     * @throws IllegalStateException when the root has ended
     */
    public synchronized boolean enter(Revision revision) {
        checkOpen();
        Revision known = entered.find(revision.id().name());
        if (known != null) {
            return known == revision;
        }
        boolean admitted = admission.enter(revision);
        if (admitted) {
            hold(revision);
        }
        return admitted;
    }

    /**
     * Enters a revision of a biz that the tree has not entered, if what the caller saw of the pointers still holds when
     * the call is counted in; for callers that have no time to look at the pointer itself.
     *
     * @param look where it was seen
     * @param seen what was seen
     * @return whether it may be called; when not, nothing is counted
     * @throws IllegalStateException when the root has ended
     */
    public boolean enter(Revision revision, Look look, Object seen) {
        return owner != null && !shared ? admit(revision, look, seen) : admitOrdered(revision, look, seen);
    }

    /** Two threads of one tree must not enter two revisions of a biz. */
    private synchronized boolean admitOrdered(Revision revision, Look look, Object seen) {
        checkOpen();
        Revision known = entered.find(revision.id().name());
        return known == null ? admit(revision, look, seen) : known == revision;
    }

    private boolean admit(Revision revision, Look look, Object seen) {
        revision.calls().enter();
        if (!look.holds(seen)) {
            revision.calls().exit();
            return false;
        }
        hold(revision);
        return true;
    }

    private void hold(Revision revision) {
        entered.add(revision);
        if (call != null) {
            revision.calls().register(call);
        }
    }

    /** Tells whether the tree has entered a revision; another thread may be about to. */
    public boolean has(Revision revision) {
        return entered.has(revision);
    }

    /** Tells whether every revision that the tree has entered is the active one of its biz, or was a moment ago. */
    public boolean isOnActiveOnly() {
        return entered.areActive();
    }

    /** Returns the revisions that the tree has entered so far. */
    public List<Revision> entered() {
        return entered.all();
    }

    private void checkOpen() {
        if (ended) {
            throw new IllegalStateException("The call has ended");
        }
    }

    /** Makes the current thread work for this tree until the result is closed, by the same thread. */
    public Binding bind() {
        Work mine = work.get();
        CallTree before = mine.current;
        mine.current = this;
        return () -> mine.current = before;
    }

    /** Ends the tree: gives back every count. Doing it twice is harmless. */
    public synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (call != null) {
            entered.all().forEach(revision -> revision.calls().unregister(call));
        }
        entered.exitAll();
    }

    /** Ends the work of a thread for a tree. */
    public interface Binding extends AutoCloseable {

        @Override
        void close();
    }

    /** Tells whether something that was seen of the pointers is still so. */
    public interface Look {

        /** Is asked after the call was counted in. */
        boolean holds(Object seen);
    }

    /** What one thread works for; used by that thread alone. */
    private static final class Work {

        private @Nullable CallTree current;
        private @Nullable CallTree own;

        private CallTree begin(CallAdmission admission) {
            CallTree tree = own;
            if (tree == null) {
                tree = new CallTree(admission, null, this);
                own = tree;
            }
            tree.admission = admission;
            tree.depth = 1;
            current = tree;
            return tree;
        }

        private void end(CallTree tree) {
            current = null;
            if (tree.shared) {
                own = null;
                tree.end();
            } else {
                tree.entered.exitAll();
            }
        }
    }
}
