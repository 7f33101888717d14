package dev.berth.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operation as it is stored: the members of the control's operation as plain text and times.
 *
 * @param id 8 to 64 lower-case letters, digits and dashes; names the file
 * @param kind what was asked for
 * @param name the biz, where it is known
 * @param version its version, where it is known
 * @param revision the installed copy, where there is one
 * @param replaced the installed copy that was active before, where there was one
 * @param status how far it has come
 * @param changed whether it changed anything
 * @param startedAt when it began
 * @param endedAt when it ended, unless it had not when it was stored
 * @param phases what was done, in order
 * @param loaders what became of the loaders of closed revisions; older records have none
 * @param notes what a reader should know beside the outcome; older records have none
 * @param problem why it failed, unless it did not
 */
public record OperationRecord(
        String id,
        String kind,
        Optional<String> name,
        Optional<String> version,
        Optional<String> revision,
        Optional<String> replaced,
        String status,
        boolean changed,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Phase> phases,
        List<Loader> loaders,
        List<Note> notes,
        Optional<Problem> problem) {

    private static final Pattern VALID_ID = Pattern.compile("[a-z0-9-]{8,64}");

    public OperationRecord {
        if (!VALID_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of an operation");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(startedAt, "startedAt");
        phases = List.copyOf(phases);
        loaders = List.copyOf(Objects.requireNonNullElse(loaders, List.of()));
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    }

    /**
     * One step of an operation.
     *
     * @param name what was done
     * @param millis how long it took, in milliseconds
     */
    public record Phase(String name, double millis) {}

    /**
     * What became of the loader of a closed revision.
     *
     * @param revision the revision
     * @param outcome whether it is gone
     * @param millis how long after the close that was known, in milliseconds
     * @param holders what holds it
     * @param hint what a reader can do to learn more
     */
    public record Loader(String revision, String outcome, double millis, List<Holder> holders, Optional<String> hint) {

        public Loader {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Something that holds a loader.
     *
     * @param kind what it is
     * @param description which one
     * @param stack the stack of a thread
     */
    public record Holder(String kind, String description, Optional<String> stack) {}

    /**
     * Something that a reader should know beside the outcome.
     *
     * @param message a fact
     * @param detail more about it, over several lines
     */
    public record Note(String message, Optional<String> detail) {}

    /**
     * Why an operation failed.
     *
     * @param code the stable code
     * @param message what happened
     * @param remedy what the reader can do about it
     */
    public record Problem(String code, String message, String remedy) {

        public Problem {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
