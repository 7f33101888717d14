package dev.berth.application;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * What Spring Boot's analyzers say about a failed start; text only, so that it does not hold the loader of the biz.
 *
 * @param description what is wrong
 * @param action what to do about it; may be empty
 */
record StartAnalysis(String description, String action) {

    /**
     * Asks the analyzers that a biz sees.
     *
     * @param loader the loader of the biz
     * @param context the context that failed, which some analyzers look into; there may be none yet, or no more
     */
    static Optional<StartAnalysis> of(
            Throwable failure, ClassLoader loader, @Nullable ConfigurableApplicationContext context) {
        for (FailureAnalyzer analyzer : analyzers(loader, context)) {
            try {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    String action = analysis.getAction();
                    return Optional.of(new StartAnalysis(
                            String.valueOf(analysis.getDescription()).strip(), action == null ? "" : action.strip()));
                }
            } catch (Throwable broken) {
                // The border to a biz: an analyzer may be its own and may lack classes
            }
        }
        return Optional.empty();
    }

    private static List<FailureAnalyzer> analyzers(
            ClassLoader loader, @Nullable ConfigurableApplicationContext context) {
        ArgumentResolver arguments = context == null
                ? null
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation(loader)
                .load(FailureAnalyzer.class, arguments, (factory, name, problem) -> {
                    // Some analyzers need a context; the others still have their say
                });
    }
}
