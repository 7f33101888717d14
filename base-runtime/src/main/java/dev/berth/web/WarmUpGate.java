package dev.berth.web;

import dev.berth.lifecycle.BizApplication;
import dev.berth.lifecycle.BizStart;
import dev.berth.lifecycle.HealthGate;
import dev.berth.lifecycle.LifecycleParticipant;
import dev.berth.lifecycle.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls a biz before anybody else can, as its settings or its manifest want it, and lets it pass when each call is
 * answered as expected.
 *
 * <p>The settings ({@code berth.warm-up[0].path}, {@code .status}) win over the manifest ({@code Berth-Warm-Up: /items
 * 200, /health}). The calls are made one after the other, in-process, on the context that nobody else can reach.
 */
public final class WarmUpGate implements LifecycleParticipant, HealthGate {

    private final WebParticipant web;
    private final Map<Revision, List<WarmUpCall>> settings = new ConcurrentHashMap<>();

    /** Makes the gate of a base whose biz have their web parts from that participant. */
    public WarmUpGate(WebParticipant web) {
        this.web = web;
    }

    @Override
    public void prepare(Revision revision, BizStart start) {
        start.onEnvironment(
                environment -> WarmUpCall.of(environment).ifPresent(calls -> settings.put(revision, calls)));
    }

    @Override
    public void release(Revision revision) {
        settings.remove(revision);
    }

    @Override
    public void check(Revision revision, BizApplication.Running running, Duration timeLeft) {
        long end = System.nanoTime() + timeLeft.toNanos();
        for (WarmUpCall call : calls(revision)) {
            WarmUp warmUp = new WarmUp(revision, call);
            RevisionContext context = web.context(revision).orElseThrow(() -> warmUp.failed("the biz has no web part"));
            warmUp.run(web.server(), context, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    private List<WarmUpCall> calls(Revision revision) {
        List<WarmUpCall> set = settings.get(revision);
        return set != null
                ? set
                : Optional.ofNullable(revision.spec().manifest().get(WarmUpCall.ATTRIBUTE))
                        .map(WarmUpCall::parse)
                        .orElse(List.of());
    }
}
