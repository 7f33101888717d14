package dev.berth.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about a base itself. */
@Command(name = "base", description = "Starts, stops and shows a base.", synopsisSubcommandLabel = "COMMAND")
final class BaseCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
