package dev.berth.lifecycle;

import dev.berth.biz.ContextPath;
import dev.berth.biz.RevisionId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.time.Clock;
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
    private final Troubles troubles;
    private final Bulkhead bulkhead;
    private final List<Holder> holders = new CopyOnWriteArrayList<>();
    private final List<LeftBehind> leftBehind = new CopyOnWriteArrayList<>();
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
        this(id, spec, Clock.systemUTC());
    }

    /**
     * Makes a staged revision.
     *
     * @param id its id, never used before
     * @param spec what it is made of
     * @param clock tells the time of its troubles
     */
    public Revision(RevisionId id, RevisionSpec spec, Clock clock) {
        this.id = id;
        this.spec = spec;
        this.troubles = new Troubles(id, clock);
        this.bulkhead = new Bulkhead(id.toString());
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

    /** Returns what bounds the calls from outside that run in this revision. */
    public Bulkhead bulkhead() {
        return bulkhead;
    }

    /** Returns what became of the session attributes that it was to take over. */
    public SessionCarry sessions() {
        return sessions;
    }

    /**
     * Notes a trouble of the revision, on the thread that has it; the same one again is counted. Never throws.
     *
     * @param kind what kind of trouble it is
     * @param message what happened, as a fact; the same words for the same trouble, without secrets and host paths
     * @param during what the biz was doing, such as {@code GET /catalog/items}
     */
    public void report(Trouble.Kind kind, String message, String during) {
        troubles.report(kind, message, during);
    }

    /**
     * Notes the error that a failure of the revision is or was caused by, on the thread that has it: once, however often
     * it is met on its way up. Never throws.
     *
     * @return whether there is an {@link Error}; without one nothing is noted
     */
    public boolean report(Throwable failure) {
        return troubles.report(failure);
    }

    /** Sets what is given up as soon as a class of the revision does not fit, so that there is room to deal with it. */
    public void metaspaceReserve(Runnable giveUp) {
        troubles.metaspaceReserve(giveUp);
    }

    /** Returns its troubles, the newest first. */
    public List<Trouble> troubles() {
        return troubles.all();
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

    /** Notes something that the closed biz had left behind. */
    public void leaves(LeftBehind thing) {
        leftBehind.add(thing);
    }

    /** Returns what the closed biz had left behind. */
    public List<LeftBehind> leftBehind() {
        return List.copyOf(leftBehind);
    }

    /** Returns what is known to hold the revision now; what has let go is forgotten, since it could hold it from here. */
    public List<Holder> holders() {
        holders.removeIf(Holder::gone);
        return List.copyOf(holders);
    }

    /** Tells whether something that can't be ended holds the revision. */
    public boolean isHeld() {
        return !holders().isEmpty();
    }

    @Override
    public String toString() {
        return id + " " + state.label();
    }
}
