package dev.berth.cli.command;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import dev.berth.cli.json.JsonObject;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.Progress;
import dev.berth.cli.output.Result;
import dev.berth.cli.process.BaseStart;
import dev.berth.cli.process.HomeInspection;
import dev.berth.cli.process.HomeState;
import dev.berth.cli.process.Installation;
import dev.berth.cli.process.StartOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a base and returns when it is ready; that it runs already is no error, unless other ports were asked for. */
@Command(name = "start", description = "Starts a base and returns when it is ready.")
final class BaseStartCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65535;

    private final Session session;

    @Option(names = "--port", paramLabel = "N", description = "The port of business traffic, 0 for a free one.")
    private @Nullable Integer port;

    @Option(names = "--admin-port", paramLabel = "N", description = "The port of the admin API, 0 for a free one.")
    private @Nullable Integer adminPort;

    @Option(names = "--jar", paramLabel = "FILE", description = "A base application of yours. Default: Berth's own.")
    private @Nullable Path jar;

    @Option(names = "--java-option", paramLabel = "OPTION", description = "An option for its JVM, such as -Xmx512m.")
    private List<String> javaOptions = List.of();

    @Option(names = "--foreground", description = "Run it in this terminal until it ends; end with its exit code.")
    private boolean foreground;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "How long it may take to be ready. It is ended when that is over. Default: 60s.")
    @SuppressWarnings("NullAway.Init") // Picocli sets the default
    private Duration wait;

    BaseStartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BerthHome home = session.localHome();
        validate("--port", port);
        validate("--admin-port", adminPort);
        HomeState state = new HomeInspection(home).state();
        if (state instanceof HomeState.Running running) {
            tellRunning(home, running.base());
            return ExitCode.OK.number();
        }
        if (state instanceof HomeState.Stale stale) {
            home.forgetBase();
            session.screen().note("The base with pid " + stale.base().pid() + " was gone; its record is removed");
        }
        if (foreground) {
            return new BaseStart(options(home)).inForeground();
        }
        start(options(home));
        return ExitCode.OK.number();
    }

    private void start(StartOptions options) {
        long begun = System.nanoTime();
        BaseRecord base;
        try (Progress progress = session.screen().progress()) {
            base = new BaseStart(options).inBackground(wait, pid -> progress.show("base " + pid + ": starting"));
        }
        String took = Amounts.took(Duration.ofNanos(System.nanoTime() - begun));
        tell(options.home(), base, false, "Started the base in " + took);
    }

    private void tellRunning(BerthHome home, BaseRecord base) {
        boolean agrees = agrees(port, base.businessPort()) && agrees(adminPort, base.adminPort());
        if (foreground || !agrees) {
            throw new CliException(
                    ExitCode.CONFLICT,
                    "A base of the home '" + home.directory() + "' runs already: pid " + base.pid() + ", port "
                            + base.businessPort() + ", admin port " + base.adminPort(),
                    "Stop it with: berth base stop. Or give the new one a home of its own with --home.");
        }
        tell(home, base, true, "The base runs already");
    }

    private static boolean agrees(@Nullable Integer asked, int running) {
        return asked == null || asked == 0 || asked == running;
    }

    private void tell(BerthHome home, BaseRecord base, boolean already, String sentence) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pid", base.pid());
        members.put("businessPort", base.businessPort());
        members.put("adminPort", base.adminPort());
        members.put("adminAddress", base.adminAddress());
        members.put("startedAt", base.startedAt().toString());
        members.put("version", base.version());
        members.put("home", home.directory().toString());
        members.put("alreadyRunning", already);
        session.print(new Result(
                JsonObject.of(members),
                List.of(base.adminUri().toString()),
                () -> List.of(sentence + ": port " + base.businessPort() + ", admin port " + base.adminPort() + ", pid "
                        + base.pid() + ", home " + home.directory())));
    }

    private StartOptions options(BerthHome home) {
        Installation installation = session.surroundings().installation();
        return new StartOptions(
                installation.java(),
                jar == null ? installation.baseJar() : existing(jar),
                home,
                Optional.ofNullable(port),
                Optional.ofNullable(adminPort),
                javaOptions);
    }

    private static Path existing(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "There is no file '" + jar + "'",
                    "Give the executable jar of a Spring Boot application that has Berth's base-runtime in it.");
        }
        return jar.toAbsolutePath();
    }

    private static void validate(String option, @Nullable Integer number) {
        if (number != null && (number < 0 || number > MAX_PORT)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "'" + number + "' is not a port for " + option,
                    "Use 0 to 65535; 0 takes a free one.");
        }
    }
}
