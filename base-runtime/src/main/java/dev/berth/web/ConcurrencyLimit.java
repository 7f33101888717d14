package dev.berth.web;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.Revision;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Reads how many calls a biz may have in flight: from its settings, or else from its manifest, or else as the base says. */
final class ConcurrencyLimit {

    static final String SETTING = "berth.concurrency.max";
    static final String ATTRIBUTE = "Berth-Max-Concurrent";

    private ConcurrencyLimit() {}

    static void readFor(Revision revision, BizStart start, int ofBase) {
        revision.bulkhead().limit(ofBase);
        start.onEnvironment(environment -> of(revision, environment).ifPresent(revision.bulkhead()::limit));
    }

    /** A setting that is wrong is not repeated: it may have become a secret by mistake. */
    private static Optional<Integer> of(Revision revision, Environment environment) {
        return Optional.ofNullable(environment.getProperty(SETTING))
                .map(text -> parse(revision, "Setting '" + SETTING + "'", text))
                .or(() -> Optional.ofNullable(revision.spec().manifest().get(ATTRIBUTE))
                        .map(text -> parse(revision, "Attribute '" + ATTRIBUTE + ": " + text + "'", text)));
    }

    private static int parse(Revision revision, String where, String text) {
        try {
            int calls = Integer.parseInt(text.strip());
            if (calls > 0) {
                return calls;
            }
        } catch (NumberFormatException malformed) {
            // Told below, without the exception's own words
        }
        throw new BerthException(
                ErrorCode.BIZ_START_FAILED,
                where + " of biz '" + revision.id().biz() + "' is not a number of calls",
                "Write a number from 1.");
    }
}
