package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.control.Operation.Note;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.StopReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Takes revisions down for good and removes their files.
 *
 * <p>The caller holds the lock of the biz, except to close a standby that has left: a rollback, switch or install in that
 * moment does not wait for it. Safe for use by many threads.
 */
final class TakeDown {

    private final BizLifecycle lifecycle;
    private final ControlParts parts;
    private final WorkFolders folders;
    private final Map<Revision, CountDownLatch> leaving = new ConcurrentHashMap<>();

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
        return closed(revision, lifecycle.stop(revision, timeout), timeout);
    }

    /** Takes a standby out of reach, under the lock of the biz; {@link #closeLeft} has to follow, without it. */
    void leave(Revision standby) {
        leaving.put(standby, new CountDownLatch(1));
        lifecycle.leave(standby);
    }

    /** Closes a standby that has left. */
    void closeLeft(Revision standby, Duration timeout) {
        try {
            closed(standby, lifecycle.close(standby, timeout), timeout);
        } finally {
            CountDownLatch gone = leaving.remove(standby);
            if (gone != null) {
                gone.countDown();
            }
        }
    }

    /**
     * Waits until the standbys of a biz that have left are closed, for those who need nothing of it to run.
     *
     * @throws dev.berth.error.BerthException with BASE_STOPPING when it was interrupted
     */
    void awaitLeft(BizName name) {
        try {
            for (Map.Entry<Revision, CountDownLatch> left : leaving.entrySet()) {
                if (left.getKey().id().name().equals(name)) {
                    left.getValue().await();
                }
            }
        } catch (InterruptedException interrupted) {
            throw UnderLock.stopping(interrupted);
        }
    }

    private List<Note> closed(Revision revision, StopReport report, Duration timeout) {
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
