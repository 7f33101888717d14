package dev.berth.cli.command;

import dev.berth.cli.client.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives the calls of a biz to another of its versions. */
@Command(name = "switch", description = "Gives the calls of a biz to another of its versions.")
final class SwitchCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Parameters(index = "1", paramLabel = "VERSION", description = "A version that was installed before.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String version;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    SwitchCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        new BizChange(session, wait).run(name, client -> client.switchTo(name, version), this::sentence);
    }

    private String sentence(Operation done, String took) {
        String biz = BizChange.biz(name, done);
        return done.changed()
                ? "Switched to " + biz + " in " + took + BizChange.inPlaceOf(done)
                : "No change: " + biz + " receives the calls already";
    }
}
