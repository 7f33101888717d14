package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Says why a biz did not start: in Spring Boot's own analysis where there is one, else by the root cause. */
final class StartFailure {

    private final Revision revision;
    private final ClassLoader loader;

    StartFailure(Revision revision, ClassLoader loader) {
        this.revision = revision;
        this.loader = loader;
    }

    BerthException describe(Throwable failure) {
        Optional<BerthException> ours = ourOwn(failure);
        if (ours.isPresent()) {
            return ours.get();
        }
        Optional<FailureAnalysis> analysis = analyze(failure);
        String what = analysis.map(FailureAnalysis::getDescription)
                .orElseGet(() -> root(failure).toString());
        String remedy = analysis.map(FailureAnalysis::getAction)
                .filter(action -> !action.isBlank())
                .orElse("The whole stack trace is in 'logs/" + revision.id().name() + ".log' of the base's home.");
        // The cause's classes are the biz's: kept as text only, so that the error does not hold its loader
        return new BerthException(
                ErrorCode.BIZ_START_FAILED,
                "Biz '" + revision.id().biz() + "' failed to start: " + what.strip(),
                remedy.strip());
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

    private Optional<FailureAnalysis> analyze(Throwable failure) {
        SpringFactoriesLoader factories = SpringFactoriesLoader.forDefaultResourceLocation(loader);
        List<FailureAnalyzer> analyzers = factories.load(FailureAnalyzer.class, (factory, name, problem) -> {
            // Some analyzers need a bean factory that is gone by now; the others still have their say
        });
        for (FailureAnalyzer analyzer : analyzers) {
            try {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    return Optional.of(analysis);
                }
            } catch (Throwable broken) {
                // The border to a biz: an analyzer may be its own and may lack classes
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
