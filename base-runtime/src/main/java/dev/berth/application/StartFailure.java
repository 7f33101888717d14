package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.util.Optional;

/**
 * Says why a biz did not start: in Spring Boot's own analysis where there is one, else by the root cause.
 *
 * @param revision the revision that failed
 * @param analysis what Spring Boot's analyzers say
 */
record StartFailure(Revision revision, Optional<StartAnalysis> analysis) {

    BerthException describe(Throwable failure) {
        Optional<BerthException> ours = ourOwn(failure);
        if (ours.isPresent()) {
            return ours.get();
        }
        String what = analysis.map(StartAnalysis::description)
                .or(() -> YamlFault.describe(failure).map(fault -> "a file of its settings can't be read: " + fault))
                .orElseGet(() -> root(failure).toString().strip());
        String remedy = analysis.map(StartAnalysis::action)
                .filter(action -> !action.isBlank())
                .orElse("The whole stack trace is in 'logs/" + revision.id().name() + ".log' of the base's home.");
        // The cause's classes are the biz's: kept as text only, so that the error does not hold its loader
        return new BerthException(
                ErrorCode.BIZ_START_FAILED, "Biz '" + revision.id().biz() + "' failed to start: " + what, remedy);
    }

    private static Optional<BerthException> ourOwn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BerthException berth) {
                return Optional.of(
                        new BerthException(berth.code(), String.valueOf(berth.getMessage()), berth.remedy()));
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
