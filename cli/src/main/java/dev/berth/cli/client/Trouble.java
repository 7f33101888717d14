package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.time.Instant;

/**
 * Something that went wrong in a revision.
 *
 * @param kind what kind of trouble it is, such as {@code out-of-memory}
 * @param message what happened
 * @param during what the biz was doing when it happened last
 * @param thread the thread on which it happened last
 * @param count how often it happened
 * @param last when it happened last
 * @param remedy what can be done about it
 */
public record Trouble(
        String kind, String message, String during, String thread, long count, Instant last, String remedy) {

    static Trouble from(JsonObject json) {
        return new Trouble(
                json.text("kind"),
                json.text("message"),
                json.text("during"),
                json.text("thread"),
                json.longNumber("count"),
                json.instant("last"),
                json.text("remedy"));
    }
}
