package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.HostException;
import dev.berth.benchmarks.load.Load;
import dev.berth.benchmarks.load.NewestVersion;
import dev.berth.benchmarks.load.Outcome;
import dev.berth.benchmarks.load.ReplaceWindow;
import dev.berth.benchmarks.load.SlowTime;
import dev.berth.benchmarks.load.Tally;
import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All replaces of one host, over all its turns. For one thread. */
final class ReplaceTurns {

    private static final int REFUSALS = 3;
    private static final int FIRST = 1;

    private final Host host;
    private final ReplacePlan plan;
    private final Tally tally = new Tally();
    private final NewestVersion newest = new NewestVersion();
    private final ReplaceWindow window = new ReplaceWindow(System::nanoTime);
    private final SlowTime slow = new SlowTime();
    private final Timings replaces = new Timings();
    private final Timings outages = new Timings();
    private final Steps steps = new Steps();
    private final List<Long> lost = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private int version = FIRST;

    /** Installs the first version and replaces it once, to learn how long that takes. */
    ReplaceTurns(Host host, ReplacePlan plan) {
        this.host = host;
        this.plan = plan;
        host.install(version);
        long began = System.nanoTime();
        host.replace(++version);
        slow.replaced(System.nanoTime() - began);
    }

    /** Replaces so many times under load; gives up when the host has refused too often. */
    void turn(int count) {
        try (Load load = Load.start(host.port(), tally, newest, window, slow)) {
            Pause.of(plan.warmUp());
            load.timeFromNow();
            Pause.of(plan.rest());
            for (int number = 0; number < count && refusals.size() < REFUSALS; number++) {
                replace();
            }
        }
    }

    private void replace() {
        long lostBefore = tally.count(Outcome.LOST);
        long began = System.nanoTime();
        int next = version + 1;
        window.open();
        try {
            Map<String, Double> named = host.replace(next);
            long took = System.nanoTime() - began;
            replaces.record(took);
            slow.replaced(took);
            steps.add(named);
            newest.seen(next);
            version = next;
        } catch (HostException e) {
            refusals.add(String.valueOf(e.getMessage()));
        } finally {
            window.close();
        }
        Pause.of(plan.pause());
        lost.add(tally.count(Outcome.LOST) - lostBefore);
        outages.record(tally.takeLongestOutage());
    }

    Host host() {
        return host;
    }

    Tally tally() {
        return tally;
    }

    SlowTime slow() {
        return slow;
    }

    int version() {
        return version;
    }

    /** Returns the times from request to answer of the replaces that succeeded. */
    Distribution replaces() {
        return replaces.distribution();
    }

    /** Returns the longest time without service of each replace. */
    Distribution outages() {
        return outages.distribution();
    }

    /** Returns the steps that the host names. */
    Steps steps() {
        return steps;
    }

    /** Returns how many requests each replace lost. */
    List<Long> lost() {
        return List.copyOf(lost);
    }

    /** Returns why replaces failed. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }
}
