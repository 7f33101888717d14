package dev.berth.admin;

import dev.berth.control.Operation;
import dev.berth.control.Problem;
import dev.berth.error.Category;
import dev.berth.error.ErrorCode;
import java.util.Optional;

/**
 * An error as callers of the API see it: a problem detail of RFC 9457 with Berth's own members.
 *
 * @param type names the kind of problem; the same for one code
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what happened
 * @param instance names this one occurrence, where the log has more about it
 * @param code the stable code
 * @param category whose matter it is
 * @param remedy what the caller can do about it
 * @param exitCode what a command ends with
 * @param operation the operation that failed, where there is one
 */
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> instance,
        ErrorCode code,
        Category category,
        String remedy,
        int exitCode,
        Optional<Operation> operation) {

    static ProblemBody of(Problem problem) {
        ErrorCode code = problem.code();
        return new ProblemBody(
                "urn:berth:error:" + code,
                code.title(),
                code.outcome().httpStatus(),
                problem.message(),
                Optional.empty(),
                code,
                code.category(),
                problem.remedy(),
                code.outcome().exitCode(),
                Optional.empty());
    }

    /** Adds the operation that failed. */
    ProblemBody with(Operation failed) {
        return new ProblemBody(
                type, title, status, detail, instance, code, category, remedy, exitCode, Optional.of(failed));
    }

    /** Adds the name under which the log has more. */
    ProblemBody loggedAs(String id) {
        return new ProblemBody(
                type,
                title,
                status,
                detail,
                Optional.of("urn:berth:incident:" + id),
                code,
                category,
                remedy,
                exitCode,
                operation);
    }
}
