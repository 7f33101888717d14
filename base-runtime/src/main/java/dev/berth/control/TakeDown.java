package dev.berth.control;

import dev.berth.control.Operation.Note;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.StopReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes revisions down for good and removes their files; the caller holds the lock of the biz. */
final class TakeDown {

    private final BizLifecycle lifecycle;
    private final ControlParts parts;
    private final WorkFolders folders;

    TakeDown(ControlParts parts, WorkFolders folders) {
        this.lifecycle = parts.lifecycle();
        this.parts = parts;
        this.folders = folders;
    }

    /** Returns what a caller should know about it. */
    List<Note> stop(Revision revision) {
        return stop(revision, parts.drainTimeout(revision));
    }

    /** Returns what a caller should know about it. */
    List<Note> stop(Revision revision, Duration timeout) {
        StopReport report = lifecycle.stop(revision, timeout);
        folders.remove(revision.id());
        List<Note> notes = new ArrayList<>(DrainNotes.of(revision, report.drain(), timeout));
        notes.addAll(leftBehind(revision));
        return notes;
    }

    /** Tells the biz's developers what it forgets; the log has it already. */
    static List<Note> leftBehind(Revision revision) {
        return revision.leftBehind().stream()
                .map(thing -> new Note("Left behind by '" + revision.id() + "': " + thing.message(), thing.detail()))
                .toList();
    }
}
