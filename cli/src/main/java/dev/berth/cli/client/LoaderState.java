package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What became of the loader of a closed revision.
 *
 * @param revision the revision
 * @param outcome {@code verifying}, {@code collected}, {@code held} by what is known, or {@code unknown}
 * @param millis how long after the close that was known or is now, in milliseconds
 * @param holders what holds it, as far as the base can see
 * @param hint what to do to learn more
 */
public record LoaderState(String revision, String outcome, double millis, List<Holder> holders, Optional<String> hint) {

    /** Copies the list. */
    public LoaderState {
        holders = List.copyOf(holders);
    }

    static LoaderState from(JsonObject json) {
        return new LoaderState(
                json.text("revision"),
                json.text("outcome"),
                json.number("millis"),
                json.objects("holders", Holder::from),
                json.optionalText("hint"));
    }

    /** Returns whether the loader is gone. */
    public boolean collected() {
        return outcome.equals("collected");
    }

    /** Returns whether the revision is of a biz. */
    public boolean isOf(String name) {
        return revision.startsWith(name + ":");
    }

    /**
     * Something that holds a loader.
     *
     * @param kind what it is, such as {@code thread}
     * @param description which one, as a sentence
     * @param stack the stack of a thread, one frame a line
     */
    public record Holder(String kind, String description, Optional<String> stack) {

        static Holder from(JsonObject json) {
            return new Holder(json.text("kind"), json.text("description"), json.optionalText("stack"));
        }
    }
}
