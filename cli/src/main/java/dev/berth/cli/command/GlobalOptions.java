package dev.berth.cli.command;

import dev.berth.cli.output.OutputFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before its name or after it. */
final class GlobalOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The home of the base. Else BERTH_HOME, else ~/.berth.")
    private @Nullable Path home;

    @Option(
            names = "--base",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The admin address of a base, instead of a home. Else BERTH_BASE.")
    private @Nullable String base;

    @Option(
            names = "--token",
            paramLabel = "T",
            scope = ScopeType.INHERIT,
            description = "The token for the base. Others on this machine can see options; BERTH_TOKEN they can't.")
    private @Nullable String token;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "table, json or name. Default: table.")
    private @Nullable OutputFormat output;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show how the command is used and exit.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it
    private boolean help;

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    Optional<String> base() {
        return Optional.ofNullable(base);
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    OutputFormat output() {
        return output == null ? OutputFormat.TABLE : output;
    }

    boolean verbose() {
        return verbose;
    }
}
