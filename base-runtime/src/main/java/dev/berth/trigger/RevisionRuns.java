package dev.berth.trigger;

import dev.berth.lifecycle.CallAdmission;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import org.jspecify.annotations.Nullable;

/** Lets scheduled tasks of one revision run while it is active; each run is the root of a call tree. */
final class RevisionRuns {

    private final Revision revision;
    private final CallAdmission admission;
    private final TaskRuns runs;

    /**
     * Makes the gate of a revision's tasks.
     *
     * @param revision whose tasks they are
     * @param admission lets runs into revisions
     * @param runs the runs of all revisions
     */
    RevisionRuns(Revision revision, CallAdmission admission, TaskRuns runs) {
        this.revision = revision;
        this.admission = admission;
        this.runs = runs;
    }

    /**
     * Runs a task, if its revision is active.
     *
     * @param task what to run; what it throws is thrown
     * @param repeated whether it comes again: then it is left out while it still runs on the revision before
     * @return whether it ran
     */
    boolean attempt(Runnable task, boolean repeated) {
        ScheduledRun run = new ScheduledRun(task.toString(), Thread.currentThread());
        CallTree tree = new CallTree(admission, run);
        try (CallTree.Binding binding = tree.bind()) {
            @Nullable Revision active = tree.enter(revision.id().name()).orElse(null);
            return active == revision && (repeated ? alone(task) : reporting(task));
        } finally {
            run.end();
            tree.end();
        }
    }

    private boolean alone(Runnable task) {
        String name = task.toString();
        if (!runs.begin(revision, name)) {
            return false;
        }
        try {
            return reporting(task);
        } finally {
            runs.end(revision, name);
        }
    }

    private boolean reporting(Runnable task) {
        try {
            task.run();
            return true;
        } catch (RuntimeException | Error failure) {
            revision.report(failure);
            throw failure;
        }
    }
}
