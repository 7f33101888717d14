package dev.berth.lifecycle;

import dev.berth.error.BerthException;
import java.time.Duration;

/**
 * Decides whether a revision that has started may receive calls.
 *
 * <p>Asked once, after the biz's main has ended and before the revision is Ready; nobody can reach it then.
 */
public interface HealthGate {

    /** Lets everything pass that has started. */
    HealthGate OPEN = (revision, running, timeLeft) -> {};

    /**
     * Waits until the revision may receive calls.
     *
     * @param revision a revision in state Starting
     * @param running its application
     * @param timeLeft how long that may take, at most
     * @throws BerthException with BIZ_NOT_READY and what was seen; the revision is taken down then
     */
    void check(Revision revision, BizApplication.Running running, Duration timeLeft);
}
