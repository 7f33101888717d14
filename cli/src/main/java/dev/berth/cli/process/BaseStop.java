package dev.berth.cli.process;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.time.Duration;

/** Stops the process of a base in order, and by force only when told to. */
public final class BaseStop {

    private static final Duration KILL = Duration.ofSeconds(10);

    private final BerthHome home;

    /** Stops the base of a home. */
    public BaseStop(BerthHome home) {
        this.home = home;
    }

    /**
     * Asks a base to stop and waits for its end.
     *
     * @param wait how long it may take
     * @param kill whether to end it by force afterwards
     * @return whether it ended in order
     * @throws CliException with TIMEOUT when it has not ended; it goes on stopping
     */
    public boolean stop(HomeState.Running running, Duration wait, boolean kill) {
        if (!running.process().destroy()) {
            throw notAllowed(running.base());
        }
        boolean inOrder = ProcessEnd.within(running.process(), wait);
        if (!inOrder) {
            byForce(running, wait, kill);
        }
        // An orderly stop has removed it; a process that was killed could not
        home.base().filter(base -> base.pid() == running.base().pid()).ifPresent(base -> home.forgetBase());
        return inOrder;
    }

    private static void byForce(HomeState.Running running, Duration wait, boolean kill) {
        if (!kill) {
            throw new CliException(
                    ExitCode.TIMEOUT,
                    "The base with pid " + running.base().pid() + " has not ended within " + wait.toSeconds()
                            + " s and goes on stopping",
                    "Wait longer with --wait, or end it by force with --kill.");
        }
        running.process().destroyForcibly();
        if (!ProcessEnd.within(running.process(), KILL)) {
            throw notAllowed(running.base());
        }
    }

    private static CliException notAllowed(BaseRecord base) {
        return new CliException(
                ExitCode.NOT_ALLOWED,
                "The process " + base.pid() + " of the base can't be stopped",
                "Run the command as the user who runs the base.");
    }
}
