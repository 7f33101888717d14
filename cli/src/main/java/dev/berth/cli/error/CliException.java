package dev.berth.cli.error;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends a command: one line that says what happened, one that says what to do, and the exit code.
 *
 * <p>The message is a fact without a full stop; the remedy is a sentence, or empty where there is none.
 */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String code;
    private final String message;
    private final String remedy;
    private final List<String> details;

    /** Makes an error that the command line found by itself; its code is the exit code's name. */
    public CliException(ExitCode exitCode, String message, String remedy) {
        this(exitCode, exitCode.name(), message, remedy, List.of(), null);
    }

    /** Makes an error that the command line found by itself, with its cause. */
    public CliException(ExitCode exitCode, String message, String remedy, Throwable cause) {
        this(exitCode, exitCode.name(), message, remedy, List.of(), cause);
    }

    private CliException(
            ExitCode exitCode,
            String code,
            String message,
            String remedy,
            List<String> details,
            @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.exitCode = Objects.requireNonNull(exitCode, "exitCode");
        this.code = Objects.requireNonNull(code, "code");
        this.message = message;
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.details = List.copyOf(details);
    }

    /** Makes an error that a base told, with the base's stable code for it. */
    public static CliException told(ExitCode exitCode, String code, String message, String remedy) {
        return new CliException(exitCode, code, message, remedy, List.of(), null);
    }

    /** Returns the same error with lines that show more of it, such as the end of a log. */
    public CliException withDetails(List<String> lines) {
        return new CliException(exitCode, code, message, remedy, lines, getCause());
    }

    /** Returns lines that show more of what happened; often none. */
    public List<String> details() {
        return details;
    }

    /** Returns the number that the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Returns the stable code, such as {@code BIZ_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** Returns what happened. */
    public String message() {
        return message;
    }

    /** Returns what the reader can do about it; empty when there is nothing to say. */
    public String remedy() {
        return remedy;
    }
}
