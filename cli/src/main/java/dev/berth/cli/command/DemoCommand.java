package dev.berth.cli.command;

import dev.berth.cli.demo.Demo;
import dev.berth.cli.demo.DemoHome;
import dev.berth.cli.demo.DemoParts;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.output.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what Berth does, with a base of its own. */
@Command(
        name = "demo",
        description = "Starts a base of its own, installs two sample modules, calls them, removes them.")
final class DemoCommand implements Runnable {

    private final Session session;

    @Option(names = "--once", description = "Stop the base and remove its home at the end.")
    private boolean once;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (session.format() != OutputFormat.TABLE) {
            throw new CliException(ExitCode.USAGE, "The demo tells a story and has no other output", "Leave out -o.");
        }
        Surroundings surroundings = session.surroundings();
        DemoParts parts = DemoParts.of(surroundings.installation());
        // A fresh home even where BERTH_HOME is set: the demo must not touch the base that one works with
        DemoHome home = session.homeGiven() ? DemoHome.of(session.localHome()) : DemoHome.temporary();
        new Demo(parts, home, session.screen(), surroundings.invokedAs()).play(once);
    }
}
