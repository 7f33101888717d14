package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.Reply;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a biz, or one version of it, from the running base. */
@Command(name = "uninstall", description = "Removes a biz, or one version of it.")
final class UninstallCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the biz.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VERSION", description = "The version. Default: all.")
    private @Nullable String version;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    UninstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        AdminClient client = session.client();
        OperationFollower follower = new OperationFollower(session);
        long begun = System.nanoTime();
        Reply<Operation> operation = version == null ? client.uninstall(name) : client.uninstall(name, version);
        if (wait.none()) {
            follower.tellBegun(operation);
            return;
        }
        try (Progress progress = session.screen().progress()) {
            Reply<Operation> ended = follower.follow(client, operation, wait.time(), progress);
            progress.close();
            String took = Amounts.took(Duration.ofNanos(System.nanoTime() - begun));
            String biz = version == null ? name : name + " " + version;
            follower.tell(ended, name, () -> "Uninstalled " + biz + " in " + took);
        }
    }
}
