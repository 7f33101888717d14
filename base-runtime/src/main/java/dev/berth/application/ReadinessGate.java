package dev.berth.application;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Waits until the applications of a biz say that they accept traffic.
 *
 * <p>Spring Boot says so itself when an application has run, unless the biz refuses traffic until it is really ready. A
 * biz that says it is broken fails at once. A context that its main has closed again has nothing to say.
 */
public final class ReadinessGate implements HealthGate {

    private static final Duration PAUSE = Duration.ofMillis(10);

    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        if (!(running instanceof HostedContexts contexts)) {
            return;
        }
        long end = System.nanoTime() + timeLeft.toNanos();
        while (!contexts.open().stream().allMatch(context -> ready(revision, context))) {
            if (System.nanoTime() >= end) {
                throw notReady(
                        revision,
                        "its readiness was still " + ReadinessState.REFUSING_TRAFFIC + " after "
                                + revision.spec().startDeadline().toMillis() / 1000.0 + " s",
                        "Find out what it waits for before it accepts traffic, or give it longer with --start-deadline.");
            }
            pause(revision);
        }
    }

    private static boolean ready(Revision revision, ConfigurableApplicationContext context) {
        ApplicationAvailability availability = context.isActive()
                ? context.getBeanProvider(ApplicationAvailability.class).getIfUnique()
                : null;
        if (availability == null) {
            return true;
        }
        if (is(availability.getLivenessState(), LivenessState.BROKEN)) {
            throw notReady(revision, "its liveness is " + LivenessState.BROKEN, "Find out in its log what broke it.");
        }
        return is(availability.getReadinessState(), ReadinessState.ACCEPTING_TRAFFIC);
    }

    private static boolean is(AvailabilityState state, AvailabilityState wanted) {
        return Objects.equals(state, wanted);
    }

    private static void pause(Revision revision) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BerthException(
                    ErrorCode.BASE_STOPPING,
                    "The base is stopping; biz '" + revision.id().biz() + "' was not ready",
                    "Ask again when it has started.");
        }
    }

    private static BerthException notReady(Revision revision, String what, String remedy) {
        return new BerthException(
                ErrorCode.BIZ_NOT_READY, "Biz '" + revision.id().biz() + "' is not ready: " + what, remedy);
    }
}
