package dev.berth.trigger;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows which revision runs which scheduled task, so that two revisions of a biz never run the same one at once.
 *
 * <p>A run that has begun when the next revision takes over goes on; meanwhile that one leaves the task out, until the
 * drain has given the run up: one that ignores its interrupt must not keep the task from running for good. Tasks are the
 * same when they have the same name, which Spring makes from class and method; one without such a name, a lambda for
 * instance, is like no other. Safe for use by many threads.
 */
final class TaskRuns {

    private static final Pattern NAME = Pattern.compile("[\\w.$]+");

    private final Map<Task, Holder> running = new ConcurrentHashMap<>();

    /** Notes that a run begins, unless another revision is at the same task. */
    boolean begin(Revision revision, String task) {
        if (!NAME.matcher(task).matches()) {
            return true;
        }
        Holder holder = running.compute(
                new Task(revision.id().name(), task),
                (key, known) -> known == null || known.isGivenUp(revision)
                        ? new Holder(revision, 1)
                        : known.revision() == revision ? new Holder(revision, known.runs() + 1) : known);
        return holder.revision() == revision;
    }

    /** Notes the end of a run that has begun. */
    void end(Revision revision, String task) {
        running.computeIfPresent(
                new Task(revision.id().name(), task),
                (key, known) -> known.revision() == revision ? known.oneLess() : known);
    }

    private record Task(BizName biz, String name) {}

    private record Holder(Revision revision, int runs) {

        /** Tells whether the runs are those of another revision whose drain is over. */
        boolean isGivenUp(Revision asking) {
            return revision != asking
                    && !(revision.state() instanceof RevisionState.Active)
                    && !(revision.state() instanceof RevisionState.Draining);
        }

        @Nullable
        Holder oneLess() {
            return runs == 1 ? null : new Holder(revision, runs - 1);
        }
    }
}
