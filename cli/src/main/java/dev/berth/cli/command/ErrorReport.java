package dev.berth.cli.command;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.output.OutputFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one line, what to do in a second, and by the exit code; nothing on the standard output. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Session session;

    ErrorReport(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        String command = error.getCommandLine().getCommandSpec().qualifiedName(" ");
        String message = firstLine(error).orElse("The command can't be read");
        String similar = suggestion(error);
        return told(new CliException(
                ExitCode.USAGE, message, similar + "See how it is used with: " + command + " --help.", error));
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        if (error instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        return unexpected(error);
    }

    /** Tells any error, also one that no command should let out. */
    int unexpected(Throwable error) {
        if (error instanceof CliException known) {
            return told(known);
        }
        String what = error.getClass().getSimpleName()
                + firstLine(error).map(message -> ": " + message).orElse("");
        return told(new CliException(
                ExitCode.BUG,
                "Berth failed unexpectedly with " + what,
                "Please report it with the output of the same command and --verbose.",
                error));
    }

    /** Tells a script that half a result, or none, is all it got; the command itself has done its work. */
    int outputLost() {
        return told(new CliException(
                ExitCode.BUG,
                "The result can't be written to the standard output",
                "Look at the free space and whether its reader still runs; what was asked for is done."));
    }

    private int told(CliException error) {
        if (session.format() == OutputFormat.JSON) {
            session.screen().errorAsJson(error);
        } else {
            session.screen().error(error);
        }
        if (session.verbose()) {
            session.screen().trace(error);
        }
        return error.exitCode().number();
    }

    private static Optional<String> firstLine(Throwable error) {
        return Optional.ofNullable(error.getMessage())
                .flatMap(message -> message.lines().findFirst());
    }

    private static String suggestion(ParameterException error) {
        List<String> similar =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : "Did you mean " + String.join(" or ", similar) + "? ";
    }
}
