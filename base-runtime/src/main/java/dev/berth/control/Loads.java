package dev.berth.control;

import dev.berth.control.LoadView.OldCall;
import dev.berth.lifecycle.Bulkhead;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RunningCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what revisions are busy with. */
final class Loads {

    private static final int OLDEST = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Loads() {}

    /** Counts only; cheap enough for a list. */
    static LoadView brief(Revision revision) {
        return view(revision, revision.calls().running(), List.of());
    }

    /** Looks at the stacks of the oldest calls too. */
    static LoadView whole(Revision revision) {
        List<RunningCall> running = revision.calls().running();
        List<OldCall> oldest = running.stream()
                .filter(call -> call.runningFor().isPresent())
                .sorted(Comparator.comparing(Loads::age).reversed())
                .limit(OLDEST)
                .map(Loads::call)
                .toList();
        return view(revision, running, oldest);
    }

    private static LoadView view(Revision revision, List<RunningCall> running, List<OldCall> oldest) {
        Bulkhead bulkhead = revision.bulkhead();
        long busy = running.stream().filter(call -> call.thread().isPresent()).count();
        return new LoadView(
                bulkhead.inside(),
                Optional.of(bulkhead.limit()).filter(limit -> limit < Integer.MAX_VALUE),
                bulkhead.rejectedCount(),
                (int) busy,
                oldest);
    }

    private static Duration age(RunningCall call) {
        return call.runningFor().orElse(Duration.ZERO);
    }

    private static OldCall call(RunningCall call) {
        Optional<Thread> thread = call.thread();
        return new OldCall(
                call.description(),
                age(call).toNanos() / NANOS_PER_MILLI,
                thread.map(Thread::getName),
                thread.map(running -> running.getState().name()),
                thread.map(Loads::stack).orElse(""));
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\tat " + frame)
                .collect(Collectors.joining("\n"));
    }
}
