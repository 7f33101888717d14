package dev.berth.launch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets Spring Boot report a base that could not start by what happened and what to do. */
final class BaseStartFailureAnalyzer extends AbstractFailureAnalyzer<BaseStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BaseStartException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
