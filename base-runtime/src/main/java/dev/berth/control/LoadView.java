package dev.berth.control;

import java.util.List;
import java.util.Optional;

/**
 * How busy a revision is, as callers see it.
 *
 * @param places how many of its calls from outside count against the limit now
 * @param limit how many may, unless nothing bounds them
 * @param rejected how many calls were turned away because of the limit so far
 * @param busyThreads how many threads work for calls that are known by name
 * @param oldest the oldest of these calls, the oldest first; empty in a list of all biz
 */
public record LoadView(int places, Optional<Integer> limit, long rejected, int busyThreads, List<OldCall> oldest) {

    public LoadView {
        oldest = List.copyOf(oldest);
    }

    /**
     * A call that has run for long.
     *
     * @param description what is called, such as {@code GET /catalog/items}
     * @param millis how long it has run
     * @param thread the thread that it occupies, unless it waits without one
     * @param state what that thread does, such as {@code RUNNABLE} or {@code BLOCKED}
     * @param stack where that thread is, one frame a line
     */
    public record OldCall(
            String description, double millis, Optional<String> thread, Optional<String> state, String stack) {}
}
