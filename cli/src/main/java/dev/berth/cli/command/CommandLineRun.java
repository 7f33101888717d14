package dev.berth.cli.command;

import dev.berth.cli.error.ExitCode;
import dev.berth.cli.output.Screen;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Runs one command line from its arguments to its exit code. */
public final class CommandLineRun {

    private final CommandLine tree;
    private final ErrorReport errors;
    private final Screen screen;

    /** Makes the tree of commands, which find their surroundings here and print there. */
    public CommandLineRun(Surroundings surroundings) {
        RootCommand root = new RootCommand();
        Session session = new Session(surroundings, root.options());
        this.errors = new ErrorReport(session);
        this.tree = tree(root, session);
        this.screen = surroundings.screen();
        tree.setOut(screen.writer())
                .setUsageHelpWidth(screen.columns())
                .setColorScheme(Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /**
     * Runs a command.
     *
     * @return the exit code; every error has been told
     */
    public int exitCode(List<String> arguments) {
        try {
            int exitCode = tree.execute(arguments.toArray(String[]::new));
            return exitCode == ExitCode.OK.number() && screen.lost() ? errors.outputLost() : exitCode;
        } catch (Error e) {
            // The border of this process: what no command expects is told like any bug of ours
            return errors.unexpected(e);
        }
    }

    private static CommandLine tree(RootCommand root, Session session) {
        CommandLine base = new CommandLine(new BaseCommand())
                .addSubcommand("start", new BaseStartCommand(session))
                .addSubcommand("stop", new BaseStopCommand(session))
                .addSubcommand("status", new BaseStatusCommand(session));
        CommandLine spi = new CommandLine(new SpiCommand())
                .addSubcommand("list", new SpiListCommand(session))
                .addSubcommand("show", new SpiShowCommand(session));
        return new CommandLine(root)
                .addSubcommand("base", base)
                .addSubcommand("install", new InstallCommand(session))
                .addSubcommand("list", new ListCommand(session))
                .addSubcommand("show", new ShowCommand(session))
                .addSubcommand("switch", new SwitchCommand(session))
                .addSubcommand("rollback", new RollbackCommand(session))
                .addSubcommand("stop", new StopCommand(session))
                .addSubcommand("start", new StartCommand(session))
                .addSubcommand("uninstall", new UninstallCommand(session))
                .addSubcommand("spi", spi)
                .addSubcommand("why", new WhyCommand(session))
                .addSubcommand("demo", new DemoCommand(session))
                .addSubcommand("help", new HelpCommand());
    }
}
