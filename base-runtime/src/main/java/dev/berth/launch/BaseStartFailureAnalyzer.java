package dev.berth.launch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Tells a base's failed start in Spring Boot's own report: one paragraph and the remedy, no stack trace.
 *
 * <p>It has the first word: Spring Boot's analyzers would explain a cause, such as a port in use, without saying that
 * the port is the admin port.
 */
public final class BaseStartFailureAnalyzer extends AbstractFailureAnalyzer<BaseStartException> implements Ordered {

    /** Is called by Spring Boot. */
    public BaseStartFailureAnalyzer() {}

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BaseStartException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
