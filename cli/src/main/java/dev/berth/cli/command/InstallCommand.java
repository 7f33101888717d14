package dev.berth.cli.command;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.client.Base;
import dev.berth.cli.client.InstallOrder;
import dev.berth.cli.client.Operation;
import dev.berth.cli.client.Reply;
import dev.berth.cli.error.CliException;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs a jar into the running base. */
@Command(name = "install", description = "Installs a Spring Boot jar, a slim biz jar or an ark-biz jar.")
final class InstallCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "JAR", description = "The jar. It is read, never changed.")
    @SuppressWarnings("NullAway.Init") // Picocli refuses to run the command without it
    private Path jar;

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the biz. Default: the jar's own.")
    private @Nullable String name;

    @Option(names = "--version", paramLabel = "VERSION", description = "The version. Default: the jar's own.")
    private @Nullable String version;

    @Option(names = "--context-path", paramLabel = "PATH", description = "Where it is served. Default: /NAME.")
    private @Nullable String contextPath;

    @Option(names = "--sha256", paramLabel = "HEX", description = "Refuse the jar unless it has this digest.")
    private @Nullable String sha256;

    @Option(
            names = "--start-deadline",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the biz may take to start. Default: the base's setting.")
    private @Nullable Duration startDeadline;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            converter = StrategyConverter.class,
            description = {
                "What becomes of another version that is installed:",
                "replace (default): the new one starts beside it and takes over; the old one stands by",
                "side-by-side: the new one gets no traffic until 'berth switch'",
                "stop-first: the old one stops before the new one starts"
            })
    private @Nullable Strategy strategy;

    @Option(names = "--force", description = "Install although the base holds too many closed revisions.")
    private boolean force;

    @Mixin
    private final WaitOptions wait = new WaitOptions();

    InstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        InstallOrder order = new InstallOrder(
                jar,
                Optional.ofNullable(name),
                Optional.ofNullable(version),
                Optional.ofNullable(contextPath),
                Optional.ofNullable(sha256),
                Optional.ofNullable(startDeadline),
                Optional.ofNullable(strategy).map(Strategy::text),
                force);
        AdminClient client = session.client();
        // Asked before the upload, so that a refused token does not cost the transfer of a large jar
        Base base = client.base().value();
        OperationFollower follower = new OperationFollower(session);
        long begun = System.nanoTime();
        try (Progress progress = session.screen().progress()) {
            Reply<Operation> operation =
                    client.install(order, (sent, total) -> progress.bar("upload " + jar.getFileName(), sent, total));
            if (wait.none()) {
                progress.close();
                follower.tellBegun(operation);
                return;
            }
            Reply<Operation> ended = follower.follow(client, operation, wait.time(), progress);
            progress.close();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Operation done = ended.value();
            follower.tell(ended, done.name().orElse(""), () -> sentence(client, base, done, took));
        }
    }

    private String sentence(AdminClient client, Base base, Operation done, Duration took) {
        String biz = done.name().orElse("The biz") + " " + done.version().orElse("");
        if (!done.changed()) {
            return "No change: " + biz + " is installed already";
        }
        String installed = "Installed " + biz + " in " + Amounts.took(took);
        return strategy == Strategy.SIDE_BY_SIDE && hasNoTraffic(client, done)
                ? installed + "; it gets no traffic until: berth switch " + biz
                : installed + inPlaceOf(done) + served(client, base, done);
    }

    private static String inPlaceOf(Operation done) {
        return done.replaced().map(former -> " in the place of " + former).orElse("");
    }

    /** Tells whether another version serves; what is not known is not said, since the install itself has succeeded. */
    private static boolean hasNoTraffic(AdminClient client, Operation done) {
        try {
            return done.name()
                    .map(name -> !client.biz(name)
                            .value()
                            .version()
                            .equals(done.version().orElse("")))
                    .orElse(false);
        } catch (CliException e) {
            return false;
        }
    }

    /** Says where the biz is served; what is not known is left out, since the install itself has succeeded. */
    private static String served(AdminClient client, Base base, Operation done) {
        try {
            return done.name()
                    .flatMap(name -> client.biz(name).value().contextPath())
                    .map(path ->
                            ", served at http://" + client.address().uri().getHost() + ":" + base.businessPort() + path)
                    .orElse("");
        } catch (CliException e) {
            return "";
        }
    }
}
