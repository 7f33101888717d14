package dev.berth.cli.command;

import dev.berth.cli.client.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes back to the version that served before. */
@Command(name = "rollback", description = "Goes back to the version that served before.")
final class RollbackCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    RollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        new BizChange(session, wait).run(name, client -> client.rollback(name), this::sentence);
    }

    private String sentence(Operation done, String took) {
        String biz = BizChange.biz(name, done);
        return done.changed()
                ? "Rolled back to " + biz + " in " + took + BizChange.inPlaceOf(done)
                : "No change: " + biz + " receives the calls already";
    }
}
