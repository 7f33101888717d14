package dev.berth.lifecycle;

import dev.berth.biz.BizName;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call from outside and all calls of other biz that it makes: it stays on the revisions that it entered.
 *
 * <p>The tree holds a count on each revision from the first entry to the end of its root, so that a revision which it
 * has entered neither stops under it nor gives way to another one in its middle. The root {@link #bind binds} it to each
 * thread that works for it, one after the other or at once. Safe for use by many threads.
 */
public final class CallTree {

    private static final ThreadLocal<CallTree> current = new ThreadLocal<>();
    private static final Revision[] NONE = {};

    private final CallAdmission admission;
    private final @Nullable RunningCall call;
    private volatile Revision[] entered = NONE;
    private boolean ended;

    /** Begins a tree that has entered nothing and that a drain knows by its count alone. */
    public CallTree(CallAdmission admission) {
        this(admission, null);
    }

    /**
     * Begins a tree that has entered nothing.
     *
     * @param admission lets calls in
     * @param call its root as drains know it, or {@code null}
     */
    public CallTree(CallAdmission admission, @Nullable RunningCall call) {
        this.admission = admission;
        this.call = call;
    }

    /** Returns the tree that the current thread works for. */
    public static Optional<CallTree> current() {
        return Optional.ofNullable(current.get());
    }

    /** Returns what the current thread does, for a report: its call, or else its name. */
    static String doing() {
        CallTree tree = current.get();
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
        Revision known = find(name);
        return known != null ? Optional.of(known) : admit(name);
    }

    private synchronized Optional<Revision> admit(BizName name) {
        checkOpen();
        Revision known = find(name);
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
        Revision known = find(revision.id().name());
        if (known != null) {
            return known == revision;
        }
        boolean admitted = admission.enter(revision);
        if (admitted) {
            hold(revision);
        }
        return admitted;
    }

    private void hold(Revision revision) {
        Revision[] more = Arrays.copyOf(entered, entered.length + 1);
        more[entered.length] = revision;
        entered = more;
        if (call != null) {
            revision.calls().register(call);
        }
    }

    private void checkOpen() {
        if (ended) {
            throw new IllegalStateException("The call has ended");
        }
    }

    private @Nullable Revision find(BizName name) {
        for (Revision revision : entered) {
            if (revision.id().name().equals(name)) {
                return revision;
            }
        }
        return null;
    }

    /** Makes the current thread work for this tree until the result is closed, by the same thread. */
    public Binding bind() {
        CallTree before = current.get();
        current.set(this);
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** Ends the tree: gives back every count. Doing it twice is harmless. */
    public void end() {
        Revision[] held;
        synchronized (this) {
            ended = true;
            held = entered;
            entered = NONE;
        }
        for (Revision revision : held) {
            if (call != null) {
                revision.calls().unregister(call);
            }
            revision.calls().exit();
        }
    }

    /** Ends the work of a thread for a tree. */
    public interface Binding extends AutoCloseable {

        @Override
        void close();
    }
}
