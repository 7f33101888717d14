package dev.berth.cli.client;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseAddress;
import dev.berth.cli.json.JsonObject;
import java.util.Optional;

/** Turns what a base refused or failed to do into the exception that ends a command. */
final class Problems {

    private Problems() {}

    /** Returns the error of an answer whose status is none of success. */
    static CliException of(BaseAddress base, int status, String body) {
        if (status == 401) {
            return unauthenticated(base);
        }
        return JsonObject.parse(body)
                .filter(json -> json.optionalText("code").isPresent())
                .map(json -> told(json, "detail", ExitCodes.ofStatus(status)))
                .orElseGet(() -> new CliException(
                        ExitCodes.ofStatus(status),
                        "'" + base + "' answered with status " + status + " and no explanation of Berth's",
                        "Check that this is the admin port of a base: berth base status."));
    }

    /** Returns why an operation failed. */
    static CliException of(JsonObject operation) {
        return operation
                .object("problem")
                .map(problem -> told(problem, "message", ExitCode.BIZ_FAILED))
                .orElseGet(() -> new CliException(
                        ExitCode.BUG, "The operation failed without a reason", "Look into the log of the base."));
    }

    private static CliException told(JsonObject problem, String messageMember, ExitCode otherwise) {
        String code = problem.optionalText("code").orElse("UNKNOWN");
        ExitCode exitCode = problem.optionalNumber("exitCode")
                .flatMap(number -> ExitCode.of(number.intValue()))
                .or(() -> ExitCodes.ofCode(code))
                .orElse(otherwise);
        String message = problem.optionalText(messageMember).orElse(code);
        return CliException.told(
                exitCode, code, message, problem.optionalText("remedy").orElse(""));
    }

    private static CliException unauthenticated(BaseAddress base) {
        Optional<String> token = base.token();
        return CliException.told(
                ExitCode.NOT_ALLOWED,
                "UNAUTHENTICATED",
                token.isPresent()
                        ? "The base at '" + base + "' does not accept the token"
                        : "The base at '" + base + "' needs a token and none was found",
                "The token is looked for in " + base.tokenSource() + ".");
    }
}
