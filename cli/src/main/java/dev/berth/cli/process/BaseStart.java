package dev.berth.cli.process;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseLocator;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Starts the process of a base.
 *
 * <p>When a start in the background fails, takes too long or is given up by Ctrl-C, its process is ended; what it printed stays
 * in the home's log.
 */
public final class BaseStart {

    private static final long POLL_MILLIS = 50;
    private static final Duration END = Duration.ofSeconds(10);
    /** The command's own settings; a base would take them for its configuration. */
    private static final List<String> OWN_VARIABLES = List.of("BERTH_TOKEN", "BERTH_BASE", "BERTH_HOME");

    private final StartOptions options;
    private volatile boolean givenUp;

    /** Starts a base as the options say. */
    public BaseStart(StartOptions options) {
        this.options = options;
    }

    /**
     * Starts a base in the background and waits until it is ready.
     *
     * @param wait how long it may take
     * @param started hears the process id as soon as there is one
     * @return what the base wrote when it was ready
     */
    public BaseRecord inBackground(Duration wait, LongConsumer started) {
        BerthHome home = options.home();
        home.create();
        LogTail log = LogTail.fromNow(home.log());
        Process process = launch(new ProcessBuilder(Detached.command(options.command(), path()))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.log().toFile())));
        started.accept(process.pid());
        Thread giveUp = new Thread(() -> giveUp(process), "berth-end-base");
        Runtime.getRuntime().addShutdownHook(giveUp);
        try {
            return awaitReady(process, wait, log);
        } finally {
            removeHook(giveUp);
        }
    }

    private BaseRecord awaitReady(Process process, Duration wait, LogTail log) {
        BerthHome home = options.home();
        long deadline = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<BaseRecord> ready = ready(process);
            if (ready.isPresent()) {
                return ready.get();
            }
            if (ended(process)) {
                throw givenUp ? interrupted() : new StartFailure(log.lines()).told(process.exitValue(), home.log());
            }
        }
        end(process);
        throw new CliException(
                ExitCode.TIMEOUT,
                "The base was not ready within " + wait.toSeconds() + " s and was ended",
                "Give it longer with --wait, or look into '" + home.log() + "'.");
    }

    /**
     * Starts a base with this process's inputs and outputs and waits for its end; a signal that ends this process ends the base.
     *
     * @return the exit code of the base
     */
    public int inForeground() {
        options.home().create();
        Process process = launch(new ProcessBuilder(options.command()).inheritIO());
        Thread forward = new Thread(() -> endWith(process), "berth-end-base");
        Runtime.getRuntime().addShutdownHook(forward);
        try {
            int exit = process.waitFor();
            removeHook(forward);
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(process);
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while the base ran", "", e);
        }
    }

    private Process launch(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        OWN_VARIABLES.forEach(environment::remove);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.BUG,
                    "The base's process can't be started with '" + options.java() + "'",
                    "Set JAVA_HOME to a JDK 17 or newer.",
                    e);
        }
    }

    private Optional<BaseRecord> ready(Process process) {
        BaseLocator locator = new BaseLocator(options.home());
        return options.home().base().filter(base -> base.pid() == process.pid()).filter(base -> new AdminClient(
                        locator.of(base))
                .ready());
    }

    /** Runs while this JVM ends: a base that nobody waits for would come up on ports that nobody was told. */
    private void giveUp(Process process) {
        givenUp = true;
        end(process);
    }

    private static CliException interrupted() {
        return new CliException(
                ExitCode.TIMEOUT, "The base was ended before it was ready", "Start it again, and let it come up.");
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.TIMEOUT, "Interrupted while the base started", "", e);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Runs while this JVM ends: passes the signal on, waits, and ends with the exit code of the base. */
    private static void endWith(Process process) {
        process.destroy();
        try {
            Runtime.getRuntime().halt(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM ends already: the hook gives the exit code
        }
    }

    private static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }
}
