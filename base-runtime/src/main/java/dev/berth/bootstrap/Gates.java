package dev.berth.bootstrap;

import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.List;

/**
 * Several gates, to be passed one after the other in the time that is left for all.
 *
 * @param gates the gates in their order
 */
record Gates(List<HealthGate> gates) implements HealthGate {

    Gates {
        gates = List.copyOf(gates);
    }

    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        long end = System.nanoTime() + timeLeft.toNanos();
        for (HealthGate gate : gates) {
            gate.check(revision, running, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }
}
