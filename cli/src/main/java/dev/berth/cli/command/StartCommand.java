package dev.berth.cli.command;

import dev.berth.cli.client.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a stopped biz its traffic back. */
@Command(name = "start", description = "Gives a stopped biz its traffic back.")
final class StartCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    StartCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        new BizChange(session, wait).run(name, client -> client.start(name), this::sentence);
    }

    private String sentence(Operation done, String took) {
        String biz = BizChange.biz(name, done);
        return done.changed() ? "Started " + biz + " in " + took : "No change: " + biz + " receives calls already";
    }
}
