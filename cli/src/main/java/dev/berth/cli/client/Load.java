package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How busy a revision is.
 *
 * @param places how many of its calls from outside count against the limit
 * @param limit how many may, unless nothing bounds them
 * @param rejected how many calls were turned away because of the limit so far
 * @param busyThreads how many threads work for its calls
 * @param oldest its oldest calls, the oldest first
 */
public record Load(int places, Optional<Integer> limit, long rejected, int busyThreads, List<OldCall> oldest) {

    private static final double NANOS_A_MILLI = 1e6;

    /** Copies the list. */
    public Load {
        oldest = List.copyOf(oldest);
    }

    static Load from(JsonObject json) {
        return new Load(
                json.integer("places"),
                json.optionalNumber("limit").map(Double::intValue),
                json.longNumber("rejected"),
                json.integer("busyThreads"),
                json.objects("oldest", Load::oldCall));
    }

    private static OldCall oldCall(JsonObject json) {
        return new OldCall(
                json.text("description"),
                Duration.ofNanos((long) (json.number("millis") * NANOS_A_MILLI)),
                json.optionalText("thread"),
                json.optionalText("state"),
                json.optionalText("stack").orElse(""));
    }

    /**
     * A call that has run for long.
     *
     * @param description what is called
     * @param age how long it has run
     * @param thread the thread that it occupies, unless it waits without one
     * @param state what that thread does, such as {@code RUNNABLE}
     * @param stack where that thread is, one frame a line
     */
    public record OldCall(
            String description, Duration age, Optional<String> thread, Optional<String> state, String stack) {}
}
