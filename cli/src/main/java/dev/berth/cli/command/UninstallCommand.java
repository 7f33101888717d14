package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.Reply;
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
        String biz = version == null ? name : name + " " + version;
        new BizChange(session, wait).run(name, this::request, (done, took) -> "Uninstalled " + biz + " in " + took);
    }

    private Reply<Operation> request(AdminClient client) {
        return version == null ? client.uninstall(name) : client.uninstall(name, version);
    }
}
