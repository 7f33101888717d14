package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.LoaderHolder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller asked for and what became of it; a snapshot that does not change.
 *
 * @param id the name of the operation
 * @param kind what was asked for
 * @param name the biz it is about, unless that is not known yet
 * @param version the version of the biz as text, unless that is not known yet
 * @param revision the installed copy it made or removed, as text, unless there is none
 * @param replaced the installed copy that was active before, as text, where this operation made another one active
 * @param status how far it has come
 * @param changed whether it changed anything; an install of what is installed already changes nothing
 * @param startedAt when it began
 * @param endedAt when it ended, unless it still runs
 * @param phases what was done so far, in order, with the time each took
 * @param loaders what became of the loaders of revisions that it took down, for an uninstall
 * @param notes what happened on the way that a caller should know, in order
 * @param problem why it failed, unless it did not
 */
public record Operation(
        OperationId id,
        Kind kind,
        Optional<BizName> name,
        Optional<String> version,
        Optional<String> revision,
        Optional<String> replaced,
        Status status,
        boolean changed,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Phase> phases,
        List<LoaderOutcome> loaders,
        List<Note> notes,
        Optional<Problem> problem) {

    public Operation {
        phases = List.copyOf(phases);
        loaders = List.copyOf(loaders);
        notes = List.copyOf(notes);
    }

    /**
     * Returns this operation as failed because the base ended while it ran.
     *
     * @param noticed when the next start found it; nobody knows when the base ended
     */
    Operation interrupted(Instant noticed) {
        String what = name.map(
                        biz -> " of '" + biz + version.map(text -> ":" + text).orElse("") + "'")
                .orElse("");
        Problem why = new Problem(
                ErrorCode.OPERATION_INTERRUPTED,
                "The base ended while the " + kind.name().toLowerCase(Locale.ROOT) + what + " ran",
                "See with berth list what is installed, and ask again for what is missing; nothing half done is left.");
        return new Operation(
                id,
                kind,
                name,
                version,
                revision,
                replaced,
                Status.FAILED,
                changed,
                startedAt,
                Optional.of(noticed),
                phases,
                loaders,
                notes,
                Optional.of(why));
    }

    /** What a caller can ask for; a drain is begun by the base itself, for a revision that was replaced or stopped. */
    public enum Kind {
        INSTALL,
        UNINSTALL,
        SWITCH,
        ROLLBACK,
        STOP,
        START,
        DRAIN;

        /** Tells whether it may start a biz, which a base that stops breaks off. */
        boolean startsBiz() {
            return this == INSTALL || this == SWITCH || this == ROLLBACK || this == START;
        }
    }

    /** How far an operation has come. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    /**
     * One step of an operation.
     *
     * @param name what was done, such as {@code link}
     * @param millis how long it took, in milliseconds with fractions
     */
    public record Phase(String name, double millis) {}

    /**
     * What became of the loader of a revision that was closed.
     *
     * @param revision the revision
     * @param outcome {@code collected}, {@code held} by what is known, or {@code unknown} when it is there and nobody knows why
     * @param millis how long after the close that was known, in milliseconds
     * @param holders what holds it, as far as that can be seen
     * @param hint what the reader can do to learn more, unless it is gone
     */
    public record LoaderOutcome(
            String revision, String outcome, double millis, List<LoaderHolder> holders, Optional<String> hint) {

        public LoaderOutcome {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Something that a caller should know beside the outcome.
     *
     * @param message a fact
     * @param detail more about it, over several lines, such as the stack of a thread
     */
    public record Note(String message, Optional<String> detail) {}
}
