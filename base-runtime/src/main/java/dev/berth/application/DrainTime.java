package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** Reads how long the calls of a biz may take to end: from its settings, or else from its manifest. */
final class DrainTime {

    static final String SETTING = "berth.drain-timeout";
    static final String ATTRIBUTE = "Berth-Drain-Timeout";

    private DrainTime() {}

    static void readFor(Revision revision, BizStart start) {
        start.onEnvironment(environment -> of(revision, environment).ifPresent(revision::drainWithin));
    }

    /** A setting that is wrong is not repeated: it may have become a secret by mistake. */
    private static Optional<Duration> of(Revision revision, Environment environment) {
        return Optional.ofNullable(environment.getProperty(SETTING))
                .map(text -> parse(revision, "Setting '" + SETTING + "'", text))
                .or(() -> Optional.ofNullable(revision.spec().manifest().get(ATTRIBUTE))
                        .map(text -> parse(revision, "Attribute '" + ATTRIBUTE + ": " + text + "'", text)));
    }

    private static Duration parse(Revision revision, String where, String text) {
        try {
            Duration time = DurationStyle.detectAndParse(text.strip());
            if (!time.isNegative()) {
                return time;
            }
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            // Told below, without the exception's own words
        }
        throw new BerthException(
                ErrorCode.BIZ_START_FAILED,
                where + " of biz '" + revision.id().biz() + "' is not a time",
                "Write a time such as 30s, 2m or PT30S.");
    }
}
