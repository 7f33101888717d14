package dev.berth.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of the calls and the work of a revision that was drained.
 *
 * @param callsLeft how many calls still ran at the deadline, before they were broken off
 * @param cut those of them that are known by name, and the tasks of executors that were broken off with them
 * @param idle whether the executors of the biz had nothing to do in the end
 */
public record DrainReport(long callsLeft, List<CutCall> cut, boolean idle) {

    public DrainReport {
        cut = List.copyOf(cut);
    }

    /** Tells whether everything ended in time. */
    public boolean drained() {
        return callsLeft == 0 && cut.isEmpty() && idle;
    }

    /**
     * A call, or a task of an executor, that was broken off at the deadline.
     *
     * @param description what was called
     * @param thread the name of its thread, or {@code none} for one that waited without a thread
     * @param runningFor how long it had run, unless that is not known
     * @param stack where the thread was, one frame a line
     */
    public record CutCall(String description, String thread, Optional<Duration> runningFor, String stack) {}
}
