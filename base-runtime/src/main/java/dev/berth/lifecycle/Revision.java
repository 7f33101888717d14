package dev.berth.lifecycle;

import dev.berth.biz.ContextPath;
import dev.berth.biz.RevisionId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One installed copy of a biz and where it stands in its life.
 *
 * <p>Safe for use by many threads: the state changes only in {@link #transition}, which logs each change.
 */
public final class Revision {

    private static final Logger logger = LoggerFactory.getLogger(Revision.class);

    private final RevisionId id;
    private final RevisionSpec spec;
    private final CallsInFlight calls = new CallsInFlight();
    private final SessionCarry sessions = new SessionCarry();
    private final List<Holder> holders = new CopyOnWriteArrayList<>();
    private volatile RevisionState state = new RevisionState.Staged();
    private volatile boolean pointedAt;
    private volatile Optional<ContextPath> servedAt = Optional.empty();
    private volatile Optional<Duration> startTime = Optional.empty();
    private volatile Optional<Duration> drainTimeout = Optional.empty();

    /**
     * Makes a staged revision.
     *
     * @param id its id, never used before
     * @param spec what it is made of
     */
    public Revision(RevisionId id, RevisionSpec spec) {
        this.id = id;
        this.spec = spec;
    }

    /** Returns the id. */
    public RevisionId id() {
        return id;
    }

    /** Returns what the revision is made of. */
    public RevisionSpec spec() {
        return spec;
    }

    /** Returns the calls that run in this revision. */
    public CallsInFlight calls() {
        return calls;
    }

    /** Returns what became of the session attributes that it was to take over. */
    public SessionCarry sessions() {
        return sessions;
    }

    /** Returns the current state. */
    public RevisionState state() {
        return state;
    }

    /** Notes whether the pointer of the biz names this revision; the registry's alone to say. */
    void pointedAt(boolean pointed) {
        pointedAt = pointed;
    }

    /** Tells whether the pointer of the biz names this revision, in one read; it may have moved when this returns. */
    boolean isPointedAt() {
        return pointedAt;
    }

    /** Tells whether the revision receives new calls. */
    public boolean active() {
        return state instanceof RevisionState.Active;
    }

    /**
     * Moves to another state.
     *
     * @param from the state in which this is allowed
     * @param step the transition, a method of that state
     * @throws BerthException with INTERNAL_ERROR when the revision is in another state, which then stays
     */
    <S extends RevisionState, T extends RevisionState> T transition(Class<S> from, Function<S, T> step) {
        RevisionState previous;
        T next;
        synchronized (this) {
            previous = state;
            if (!from.isInstance(previous)) {
                throw new BerthException(
                        ErrorCode.INTERNAL_ERROR,
                        "Revision '" + id + "' is " + previous.label() + " and not "
                                + from.getSimpleName().toUpperCase(Locale.ROOT),
                        "Report this with the log of the base.");
            }
            next = step.apply(from.cast(previous));
            state = next;
            if (next instanceof RevisionState.Ready ready) {
                startTime = Optional.of(ready.startTime());
            }
        }
        calls.wake();
        logger.atDebug()
                .addKeyValue("biz", id.name())
                .addKeyValue("revision", id)
                .log("Revision went from {} to {}", previous.label(), next.label());
        return next;
    }

    /**
     * Looks at something while the state can't change.
     *
     * @param expected the very state that must still be there
     * @return what was seen, or nothing when the revision has moved on
     */
    synchronized <T> Optional<T> during(RevisionState expected, Supplier<T> look) {
        return state == expected ? Optional.of(look.get()) : Optional.empty();
    }

    /** Returns how long its calls in flight may take to end, unless the base's setting applies. */
    public Optional<Duration> drainTimeout() {
        return drainTimeout;
    }

    /** Notes how long its calls in flight may take to end. */
    public void drainWithin(Duration timeout) {
        drainTimeout = Optional.of(timeout);
    }

    /** Returns the path that the web part is served under, unless there is none or it has not started. */
    public Optional<ContextPath> servedAt() {
        return servedAt;
    }

    /** Notes the path that the web part is served under. */
    public void serveAt(ContextPath path) {
        servedAt = Optional.of(path);
    }

    /** Returns how long the biz took to start, unless it has not started. */
    public Optional<Duration> startTime() {
        return startTime;
    }

    /** Returns when the install of this revision began. */
    public Instant installedAt() {
        return spec.installedAt();
    }

    /** Notes something that goes on when the revision is closed, and keeps its loader alive. */
    public void heldBy(Holder holder) {
        holders.add(holder);
    }

    /** Returns what holds the revision now. */
    List<Holder> holders() {
        return holders.stream().filter(holder -> !holder.gone()).toList();
    }

    /** Tells whether something that can't be ended holds the revision. */
    public boolean isHeld() {
        return !holders().isEmpty();
    }

    /** Tells whether the revision is closed and nothing that is known holds it. */
    boolean letGo() {
        return (state instanceof RevisionState.Held || state instanceof RevisionState.Ended) && !isHeld();
    }

    @Override
    public String toString() {
        return id + " " + state.label();
    }
}
