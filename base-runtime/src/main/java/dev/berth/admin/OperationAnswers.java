package dev.berth.admin;

import dev.berth.control.Operation;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers requests that begin an operation: at once, or when it ended. */
final class OperationAnswers {

    /** The parameter by which a caller asks for the end of the operation. */
    static final String WAIT = "wait";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final Waits waits;

    OperationAnswers(Waits waits) {
        this.waits = waits;
    }

    /** Answers a request for an operation that has begun, with or without the parameter {@code wait}. */
    ServerResponse begun(Operation operation, Query query) {
        if (!query.has(WAIT)) {
            return accepted(operation);
        }
        Operation ended = waits.await(operation, waitTime(query));
        return switch (ended.status()) {
            case RUNNING -> accepted(ended);
            case SUCCEEDED -> succeeded(ended);
            case FAILED -> failed(ended);
        };
    }

    /** Refuses a wrong parameter {@code wait} before anything has begun. */
    static void check(Query query) {
        waitTime(query);
    }

    private static Duration waitTime(Query query) {
        return query.duration(WAIT, Waits.LONGEST).orElse(Waits.LONGEST);
    }

    private static ServerResponse accepted(Operation operation) {
        return Answers.located(ACCEPTED, URI.create("/v1/operations/" + operation.id()), operation);
    }

    private static ServerResponse succeeded(Operation operation) {
        boolean made = operation.kind() == Operation.Kind.INSTALL && operation.changed();
        if (made && operation.name().isPresent()) {
            return Answers.located(
                    CREATED, URI.create("/v1/biz/" + operation.name().get()), operation);
        }
        return Answers.status(made ? CREATED : OK, operation);
    }

    private static ServerResponse failed(Operation operation) {
        return operation
                .problem()
                .map(problem -> Answers.problem(ProblemBody.of(problem).with(operation)))
                .orElseThrow(
                        () -> new IllegalStateException("Operation " + operation.id() + " failed without a cause"));
    }
}
