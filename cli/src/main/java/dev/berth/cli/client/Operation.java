package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of a base and how far it has come; a snapshot.
 *
 * @param id its id
 * @param kind what was asked for, such as {@code install} or {@code rollback}
 * @param name the biz it is about, unless that is not known yet
 * @param version the version of the biz, unless that is not known yet
 * @param revision the revision it made or removed, unless there is none
 * @param status {@code running}, {@code succeeded} or {@code failed}
 * @param changed whether it changed anything
 * @param phases what was done so far, in order
 * @param replaced the revision that received the calls before, unless there was none
 * @param loaders what became of the loaders of revisions that it closed, for an uninstall
 * @param notes what else an operator should know
 */
public record Operation(
        String id,
        String kind,
        Optional<String> name,
        Optional<String> version,
        Optional<String> revision,
        String status,
        boolean changed,
        List<Phase> phases,
        Optional<String> replaced,
        List<LoaderState> loaders,
        List<Note> notes) {

    /** Copies the lists. */
    public Operation {
        phases = List.copyOf(phases);
        loaders = List.copyOf(loaders);
        notes = List.copyOf(notes);
    }

    static Operation from(JsonObject json) {
        return new Operation(
                json.text("id"),
                json.text("kind"),
                json.optionalText("name"),
                json.optionalText("version"),
                json.optionalText("revision"),
                json.text("status"),
                json.isTrue("changed"),
                json.objects("phases", Phase::from),
                json.optionalText("replaced"),
                json.objects("loaders", LoaderState::from),
                json.objects("notes", Note::from));
    }

    /** Returns whether it still runs. */
    public boolean running() {
        return status.equals("running");
    }

    /** Returns whether it ended without having done what was asked. */
    public boolean failed() {
        return status.equals("failed");
    }

    /** Returns how long all its phases took together. */
    public Duration total() {
        return phases.stream().map(Phase::took).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * One step of an operation.
     *
     * @param name what was done, such as {@code link}
     * @param took how long it took
     */
    public record Phase(String name, Duration took) {

        private static final double NANOS_A_MILLI = 1_000_000;

        static Phase from(JsonObject json) {
            return new Phase(json.text("name"), Duration.ofNanos(Math.round(json.number("millis") * NANOS_A_MILLI)));
        }
    }

    /**
     * What an operator should know of an operation that went well.
     *
     * @param message one sentence
     * @param detail more, such as the stack of a thread, unless there is none
     */
    public record Note(String message, Optional<String> detail) {

        static Note from(JsonObject json) {
            return new Note(json.text("message"), json.optionalText("detail"));
        }
    }
}
