package dev.berth.lifecycle;

import dev.berth.error.BerthException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Where a revision stands in its life.
 *
 * <p>A transition is a method of the state that permits it, so one that is not allowed does not compile. States are
 * immutable; {@link Revision} holds the current one.
 */
public sealed interface RevisionState {

    /** Returns the name of the state as callers see it, such as {@code ACTIVE}. */
    default String label() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** A state that says when it began. */
    sealed interface Dated extends RevisionState {

        Instant since();
    }

    /** It has run and gets no new calls; it may be closed when those in flight have ended. */
    sealed interface GoingDown extends Dated {

        Stopped stop(Instant now);
    }

    /** The jar is read, linked and unpacked; nothing of it has run. */
    record Staged() implements RevisionState {

        public Starting start(Instant now) {
            return new Starting(now);
        }

        public Failed fail(BerthException cause) {
            return new Failed(Stage.PREPARE, cause);
        }
    }

    /**
     * The biz's own main runs.
     *
     * @param since when it began
     */
    record Starting(Instant since) implements Dated {

        public Ready ready(Instant now) {
            return new Ready(now, Duration.between(since, now));
        }

        public Failed fail(BerthException cause) {
            return new Failed(Stage.START, cause);
        }
    }

    /**
     * The biz has started and waits, without traffic.
     *
     * @param since when it was ready
     * @param startTime how long its start took
     */
    record Ready(Instant since, Duration startTime) implements Dated {

        public Active activate(Instant now) {
            return new Active(now);
        }

        public Draining retire(Instant now) {
            return new Draining(now);
        }

        public Failed fail(BerthException cause) {
            return new Failed(Stage.ACTIVATE, cause);
        }
    }

    /**
     * The biz receives new calls.
     *
     * @param since when it became active
     */
    record Active(Instant since) implements Dated {

        public Draining drain(Instant now) {
            return new Draining(now);
        }
    }

    /**
     * New calls go elsewhere; those in flight may end.
     *
     * @param since when draining began
     */
    record Draining(Instant since) implements GoingDown {

        public Active activate(Instant now) {
            return new Active(now);
        }

        public Standby standBy(Instant now) {
            return new Standby(now);
        }

        @Override
        public Stopped stop(Instant now) {
            return new Stopped(now);
        }
    }

    /**
     * It was on standby and is closed for good: nobody can go back to it any more, and its version may start anew beside it.
     *
     * @param since when that began
     */
    record Leaving(Instant since) implements GoingDown {

        /** For those who look at it from outside it is a drain like any other. */
        @Override
        public String label() {
            return "DRAINING";
        }

        @Override
        public Stopped stop(Instant now) {
            return new Stopped(now);
        }
    }

    /**
     * Started, without traffic, kept for an instant rollback.
     *
     * @param since when it was put aside
     */
    record Standby(Instant since) implements Dated {

        public Active activate(Instant now) {
            return new Active(now);
        }

        public Draining retire(Instant now) {
            return new Draining(now);
        }

        public Leaving leave(Instant now) {
            return new Leaving(now);
        }
    }

    /** Closed, whatever came before; its loader may still be reachable. */
    sealed interface Ended extends RevisionState {

        Held held(Instant now, List<String> holders);

        default Collected collected(Duration after) {
            return new Collected(after);
        }
    }

    /**
     * Closed after it had started.
     *
     * @param since when it was closed
     */
    record Stopped(Instant since) implements Ended, Dated {

        @Override
        public Held held(Instant now, List<String> holders) {
            return new Held(since, holders);
        }
    }

    /**
     * The loader is gone.
     *
     * @param after how long after the close that was seen
     */
    record Collected(Duration after) implements RevisionState {}

    /**
     * Closed, but something keeps the loader alive.
     *
     * @param since when it was closed
     * @param holders what holds it, as far as that is known
     */
    record Held(Instant since, List<String> holders) implements Ended, Dated {

        public Held {
            holders = List.copyOf(holders);
        }

        /** More is known of what holds it, or something has let go. */
        @Override
        public Held held(Instant now, List<String> others) {
            return new Held(since, others);
        }
    }

    /**
     * It never became active.
     *
     * @param stage how far it came
     * @param cause why it failed
     */
    record Failed(Stage stage, BerthException cause) implements Ended {

        @Override
        public Held held(Instant now, List<String> holders) {
            return new Held(now, holders);
        }
    }

    /** The stages in which a revision can fail. */
    enum Stage {
        PREPARE,
        START,
        ACTIVATE
    }
}
