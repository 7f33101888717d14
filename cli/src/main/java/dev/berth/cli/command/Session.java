package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseAddress;
import dev.berth.cli.home.BaseLocator;
import dev.berth.cli.home.BerthHome;
import dev.berth.cli.output.OutputFormat;
import dev.berth.cli.output.Result;
import dev.berth.cli.output.Screen;
import java.nio.file.Files;
import java.nio.file.Path;

/** One run of the command line: what the global options and the surroundings mean together. */
final class Session {

    private final Surroundings surroundings;
    private final GlobalOptions options;

    Session(Surroundings surroundings, GlobalOptions options) {
        this.surroundings = surroundings;
        this.options = options;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Screen screen() {
        return surroundings.screen();
    }

    boolean colour() {
        return screen().colour();
    }

    OutputFormat format() {
        return options.output();
    }

    boolean verbose() {
        return options.verbose();
    }

    void print(Result result) {
        screen().print(format(), result);
    }

    /** Returns the home that was asked for, or the usual one. */
    BerthHome home() {
        String variable = surroundings.variable("BERTH_HOME");
        BerthHome home = new BerthHome(options.home()
                .orElseGet(() -> variable.isBlank() ? surroundings.userHome().resolve(".berth") : Path.of(variable)));
        if (Files.isRegularFile(home.directory())) {
            throw new CliException(
                    ExitCode.USAGE,
                    "'" + home.directory() + "' is a file, not the home of a base",
                    "Choose a directory with --home or BERTH_HOME.");
        }
        return home;
    }

    boolean homeGiven() {
        return options.home().isPresent();
    }

    /** Returns the home, for commands that handle processes and so work on this machine only. */
    BerthHome localHome() {
        if (options.base().isPresent()) {
            throw new CliException(
                    ExitCode.USAGE,
                    "A base is started and stopped on its own machine; --base names one by its address",
                    "Give its home with --home.");
        }
        return home();
    }

    /** Returns a client of the base that is meant. */
    AdminClient client() {
        return new AdminClient(address());
    }

    /** What stands on the command line wins over the environment, also where it is the home against an address. */
    private BaseAddress address() {
        BaseLocator locator = new BaseLocator(home());
        if (options.base().isEmpty() && homeGiven()) {
            return locator.find("", options.token().orElse(""));
        }
        return locator.find(
                options.base().orElse(surroundings.variable("BERTH_BASE")),
                options.token().orElse(surroundings.variable("BERTH_TOKEN")));
    }
}
