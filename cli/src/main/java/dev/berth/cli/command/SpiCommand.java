package dev.berth.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about services between modules. */
@Command(name = "spi", description = "Shows SPIs, their providers and consumers.", synopsisSubcommandLabel = "COMMAND")
final class SpiCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }
}
