package dev.berth.control;

import dev.berth.control.Operation.Note;
import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.DrainReport.CutCall;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.SessionCarry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a drain could not wait for, in the operation and in the log. */
final class DrainNotes {

    private static final Logger logger = LoggerFactory.getLogger(DrainNotes.class);

    private DrainNotes() {}

    /** Returns nothing when everything ended in time. */
    static List<Note> of(Revision revision, DrainReport report, Duration timeout) {
        List<Note> notes = new ArrayList<>();
        String time = seconds(timeout);
        if (report.callsLeft() > 0) {
            notes.add(new Note(
                    report.callsLeft() + " calls of '" + revision.id() + "' had not ended after " + time,
                    Optional.empty()));
        }
        report.cut().forEach(call -> notes.add(note(call)));
        if (!report.idle()) {
            notes.add(new Note(
                    "The executors of '" + revision.id() + "' were still at work after " + time, Optional.empty()));
        }
        notes.forEach(note -> logger.atWarn()
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log(
                        "{}{}",
                        note.message(),
                        note.detail()
                                .map(detail -> System.lineSeparator() + detail)
                                .orElse("")));
        return notes;
    }

    /** Tells what the sessions of a revision have lost, or nothing when they have lost nothing. */
    static Optional<Note> of(Revision next) {
        SessionCarry sessions = next.sessions();
        if (sessions.droppedCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Note(
                "Of the session attributes for '" + next.id() + "', " + sessions.carriedCount() + " were carried and "
                        + sessions.droppedCount() + " dropped",
                Optional.of(String.join("\n", sessions.reasons()))));
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    private static Note note(CutCall call) {
        return new Note(
                "Call '" + call.description() + "' was broken off on thread '" + call.thread() + "'"
                        + call.runningFor()
                                .map(time -> " after " + seconds(time))
                                .orElse(""),
                Optional.of(call.stack()).filter(stack -> !stack.isEmpty()));
    }
}
