package dev.berth.cli.process;

import dev.berth.cli.client.AdminClient;
import dev.berth.cli.error.CliException;
import dev.berth.cli.home.BaseLocator;
import dev.berth.cli.home.BaseRecord;
import dev.berth.cli.home.BerthHome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out whether the base that a home tells of still runs.
 *
 * <p>A process id alone proves nothing, since the system gives it to another process one day: the base is asked for its own. When it
 * does not answer, the process counts as the base if the home is held and it began when the base did.
 */
public final class HomeInspection {

    /** From the start of a JVM to the moment that a base notes as its start, generously. */
    private static final Duration LATE = Duration.ofMinutes(2);
    /** How far the two clocks that are compared can differ. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    /** How long the system may take to clear a killed JVM away. */
    private static final Duration DYING = Duration.ofSeconds(2);

    private final BerthHome home;

    /** Inspects a home. */
    public HomeInspection(BerthHome home) {
        this.home = home;
    }

    /** Looks now. */
    public HomeState state() {
        Optional<BaseRecord> base = home.base();
        if (base.isEmpty()) {
            return new HomeState.Empty();
        }
        return ProcessHandle.of(base.get().pid())
                .filter(ProcessEnd::runs)
                .filter(process -> isBase(process, base.get()))
                .<HomeState>map(process -> new HomeState.Running(base.get(), process))
                .orElseGet(() -> new HomeState.Stale(base.get()));
    }

    private boolean isBase(ProcessHandle process, BaseRecord base) {
        try {
            return new AdminClient(new BaseLocator(home).of(base))
                            .base()
                            .value()
                            .pid()
                    == base.pid();
        } catch (CliException e) {
            // Nobody answers, or somebody who does not know the token: the process itself is the only witness left
            // One that was killed lives on for a moment, in which it answers nobody and still has its start time
            return !ProcessEnd.within(process, DYING)
                    && home.held()
                    && process.info()
                            .startInstant()
                            .filter(began -> fits(began, base.startedAt()))
                            .isPresent();
        }
    }

    private static boolean fits(Instant began, Instant noted) {
        return !began.isAfter(noted.plus(EARLY)) && !began.isBefore(noted.minus(LATE));
    }
}
