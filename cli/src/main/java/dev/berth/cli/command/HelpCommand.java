package dev.berth.cli.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a command is used, also one below another: {@code berth help base start}. */
@Command(name = "help", description = "Shows how a command is used.")
final class HelpCommand implements Runnable {

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, as it is written.")
    private List<String> path = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            CommandLine below = command.getSubcommands().get(name);
            if (below == null) {
                throw new ParameterException(spec.commandLine(), "There is no command '" + name + "'");
            }
            command = below;
        }
        PrintWriter out = command.getOut();
        command.usage(out, command.getColorScheme());
        out.flush();
    }
}
