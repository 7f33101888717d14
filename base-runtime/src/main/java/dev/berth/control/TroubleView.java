package dev.berth.control;

import dev.berth.lifecycle.Trouble;
import java.time.Instant;

/**
 * A trouble of a revision as callers see it.
 *
 * @param kind what kind of trouble it is, such as {@code out-of-memory}
 * @param message what happened
 * @param during what the biz was doing when it happened last
 * @param thread the thread on which it happened last
 * @param count how often it happened
 * @param first when it happened first
 * @param last when it happened last
 * @param remedy what can be done about it
 */
public record TroubleView(
        String kind,
        String message,
        String during,
        String thread,
        long count,
        Instant first,
        Instant last,
        String remedy) {

    static TroubleView of(Trouble trouble) {
        return new TroubleView(
                trouble.kind().label(),
                trouble.message(),
                trouble.during(),
                trouble.thread(),
                trouble.count(),
                trouble.first(),
                trouble.last(),
                trouble.kind().remedy());
    }
}
