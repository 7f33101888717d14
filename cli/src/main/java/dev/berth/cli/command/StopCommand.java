package dev.berth.cli.command;

import dev.berth.cli.client.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a biz out of traffic; it stays installed. */
@Command(name = "stop", description = "Takes a biz out of traffic; it stays installed.")
final class StopCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        new BizChange(session, wait).run(name, client -> client.stop(name), this::sentence);
    }

    private String sentence(Operation done, String took) {
        String biz = BizChange.biz(name, done);
        return done.changed()
                ? "Stopped " + biz + " in " + took + "; give it traffic again with: berth start " + name
                : "No change: " + name + " is stopped already";
    }
}
