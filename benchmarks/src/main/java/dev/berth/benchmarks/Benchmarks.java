package dev.berth.benchmarks;

import dev.berth.benchmarks.host.HostException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code benchmarks/run}. Its launcher passes {@code benchmarks.root}, the source tree.
 *
 * <p>Exit codes: 0 all promises kept, 1 one broken or the run not finished, 2 usage.
 */
@Command(
        name = "benchmarks/run",
        description = "Runs Berth and its peer side by side and prints what was measured.",
        synopsisSubcommandLabel = "SCENARIO",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {"", "Exit codes: 0 all promises kept, 1 one broken or the run not finished, 2 usage."})
public final class Benchmarks implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    private Benchmarks() {}

    /** Runs a scenario and ends the JVM with the exit code. */
    public static void main(String[] arguments) {
        System.exit(exitCode(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Runs a scenario and returns the exit code. */
    static int exitCode(PrintWriter out, String... arguments) {
        return new CommandLine(new Benchmarks())
                .addSubcommand("replace", new ReplaceCommand())
                .addSubcommand("rollback", new RollbackCommand())
                .addSubcommand("calls", new CallsCommand())
                .addSubcommand("neighbours", new NeighboursCommand())
                .addSubcommand("cycles", new CyclesCommand())
                .setOut(out)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    if (failure instanceof HostException) {
                        line.getErr().println("benchmarks/run: " + failure.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A scenario is missing");
    }
}
