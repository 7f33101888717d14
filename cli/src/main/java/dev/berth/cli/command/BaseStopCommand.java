package dev.berth.cli.command;

import dev.berth.cli.home.BerthHome;
import dev.berth.cli.json.JsonObject;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import dev.berth.cli.output.Result;
import dev.berth.cli.process.BaseStop;
import dev.berth.cli.process.HomeInspection;
import dev.berth.cli.process.HomeState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the base of a home; that none runs is no error, for then it is as was asked. */
@Command(name = "stop", description = "Stops the base of the home.")
final class BaseStopCommand implements Runnable {

    private final Session session;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "45s",
            converter = DurationConverter.class,
            description = "How long to wait for its end. Default: 45s.")
    @SuppressWarnings("NullAway.Init") // Picocli sets the default
    private Duration wait;

    @Option(names = "--kill", description = "End it by force when the wait is over.")
    private boolean kill;

    BaseStopCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        BerthHome home = session.localHome();
        HomeState state = new HomeInspection(home).state();
        if (state instanceof HomeState.Running running) {
            stop(home, running);
        } else if (state instanceof HomeState.Stale stale) {
            home.forgetBase();
            tell(false, "No base runs; the one with pid " + stale.base().pid() + " was gone, its record is removed");
        } else {
            tell(false, "No base runs in '" + home.directory() + "'");
        }
    }

    private void stop(BerthHome home, HomeState.Running running) {
        long begun = System.nanoTime();
        boolean inOrder;
        try (Progress progress = session.screen().progress()) {
            progress.show("base " + running.base().pid() + ": stopping");
            inOrder = new BaseStop(home).stop(running, wait, kill);
        }
        String took = Amounts.took(Duration.ofNanos(System.nanoTime() - begun));
        tell(
                true,
                (inOrder ? "Stopped" : "Ended by force") + " the base with pid "
                        + running.base().pid() + " in " + took);
    }

    private void tell(boolean stopped, String sentence) {
        session.print(new Result(
                JsonObject.of(Map.of("stopped", stopped, "message", sentence)), List.of(), () -> List.of(sentence)));
    }
}
