package dev.berth.lifecycle;

import dev.berth.lifecycle.DrainReport.CutCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets what a revision does come to its end: first its calls, then the executors of its application; what still runs at
 * the deadline is broken off and reported.
 *
 * <p>Needs no lock. It gives up when the revision leaves the state in which it was found, because it became active again
 * or was stopped by somebody else.
 */
final class Drain {

    /** How long calls and tasks of executors that were broken off may take to notice, all together. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Revision revision;
    private final Hosting hosting;
    private final RevisionState.GoingDown draining;

    Drain(Revision revision, Hosting hosting, RevisionState.GoingDown draining) {
        this.revision = revision;
        this.hosting = hosting;
        this.draining = draining;
    }

    /** Returns what became of the calls, or nothing when the revision has moved on. */
    Optional<DrainReport> run(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        CallsInFlight calls = revision.calls();
        if (!calls.awaitNone(timeout, this::goesOn)) {
            return breakOff(calls.count());
        }
        boolean idle = awaitIdle(until(end));
        return idle ? report(new DrainReport(0, List.of(), true)) : breakOff(0);
    }

    private Optional<DrainReport> breakOff(long callsLeft) throws InterruptedException {
        // Taken while the state can't change: what comes when the revision is active again must not be among it
        Optional<List<RunningCall>> running = revision.during(draining, this::atWork);
        if (running.isEmpty()) {
            return Optional.empty();
        }
        List<CutCall> cut = running.get().stream().map(Drain::describe).toList();
        running.get().forEach(RunningCall::breakOff);
        Duration grace = cut.isEmpty() ? Duration.ZERO : GRACE;
        long end = System.nanoTime() + grace.toNanos();
        revision.calls().awaitNone(grace, this::goesOn);
        return report(new DrainReport(callsLeft, cut, awaitIdle(until(end))));
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** A scheduled run or a message is a task of its executor too, and is told by the name that comes first. */
    private List<RunningCall> atWork() {
        List<RunningCall> all = new ArrayList<>(revision.calls().running());
        BizApplication.Running application = hosting.running();
        if (application != null) {
            all.addAll(application.atWork());
        }
        Set<Thread> seen = new HashSet<>();
        return all.stream()
                .flatMap(call -> call.parts().stream())
                .filter(part -> part.thread().map(seen::add).orElse(true))
                .toList();
    }

    private boolean goesOn() {
        return revision.state() == draining;
    }

    private Optional<DrainReport> report(DrainReport report) {
        return goesOn() ? Optional.of(report) : Optional.empty();
    }

    private boolean awaitIdle(Duration timeout) throws InterruptedException {
        BizApplication.Running running = hosting.running();
        return running == null || running.awaitIdle(timeout);
    }

    private static CutCall describe(RunningCall call) {
        Optional<Thread> thread = call.thread();
        String stack = thread.map(running -> Arrays.stream(running.getStackTrace())
                        .map(frame -> "\tat " + frame)
                        .collect(Collectors.joining("\n")))
                .orElse("");
        return new CutCall(call.description(), thread.map(Thread::getName).orElse("none"), call.runningFor(), stack);
    }
}
