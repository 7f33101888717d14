package dev.berth.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code berth} itself: the global options, and the tree of commands below it. */
@Command(
        name = "berth",
        description = "Hot-installs Spring Boot jars into a running JVM.",
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 ok, 2 usage, 3 not allowed, 4 not found, 5 conflict, 6 the biz failed, 7 timeout,"
                    + " 8 verification failed, 9 base unreachable, 70 a bug of Berth's."
        })
final class RootCommand implements Runnable {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    // Here alone, since 'install' has a --version of its own
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it before a command runs
    private CommandSpec spec;

    GlobalOptions options() {
        return options;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    /** Tells the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"berth " + (version == null ? "from classes that are in no jar" : version)};
        }
    }
}
