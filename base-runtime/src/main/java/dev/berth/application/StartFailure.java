package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * Says why a biz did not start: in Spring Boot's own analysis where there is one, else by the root cause.
 *
 * @param revision the revision that failed
 * @param analysis what Spring Boot's analyzers say
 * @param explanations what others know about it
 */
record StartFailure(Revision revision, Optional<StartAnalysis> analysis, List<String> explanations) {

    private static final int MAX_CAUSES = 100;

    StartFailure {
        explanations = List.copyOf(explanations);
    }

    BerthException describe(Throwable failure) {
        Optional<BerthException> ours = ourOwn(failure);
        if (ours.isPresent()) {
            return ours.get();
        }
        if (MetaspaceReserve.isWhatLacked(failure)) {
            return new BerthException(
                    ErrorCode.OUT_OF_METASPACE,
                    "Biz '" + revision.id().biz()
                            + "' failed to start: its classes do not fit into the metaspace that the"
                            + " base has left",
                    "Find out why it has so many classes, uninstall another biz, or start the base with a larger"
                            + " -XX:MaxMetaspaceSize.");
        }
        String what = analysis.map(found -> StringUtils.trimTrailingCharacter(found.description(), '.'))
                .or(() -> YamlFault.describe(failure).map(fault -> "a file of its settings can't be read: " + fault))
                .orElseGet(() -> RootCause.of(causes(failure)));
        String more =
                explanations.stream().map(explanation -> ". " + explanation).collect(Collectors.joining());
        String remedy = analysis.map(StartAnalysis::action)
                .filter(action -> !action.isBlank())
                .orElse("The whole stack trace is in 'logs/" + revision.id().name() + ".log' of the base's home.");
        // The cause's classes are the biz's: kept as text only, so that the error does not hold its loader
        return new BerthException(
                ErrorCode.BIZ_START_FAILED,
                withoutHostPath("Biz '" + revision.id().biz() + "' failed to start: " + what + more),
                withoutHostPath(remedy));
    }

    /** Spring names the files of beans; where the home lies on its host is nobody's matter. */
    private String withoutHostPath(String text) {
        Path folder = revision.spec().workDirectory().toAbsolutePath();
        return text.replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    private static Optional<BerthException> ourOwn(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof BerthException berth) {
                return Optional.of(
                        new BerthException(berth.code(), String.valueOf(berth.getMessage()), berth.remedy()));
            }
        }
        return Optional.empty();
    }

    /** Returns a failure and its causes, outermost first; a biz can make its causes run in a circle. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MAX_CAUSES; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
