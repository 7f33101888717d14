package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CycledHost;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import dev.berth.benchmarks.host.SoftReferences;
import dev.berth.benchmarks.report.Report;
import java.util.function.Consumer;

/**
 * Puts a biz into a host and takes it out again and again, and looks from outside at what is left. Promised of our hosts: no
 * loader is left, and nothing else grows. Each case has a host of its own, one after the other.
 */
public final class CyclesScenario {

    private final Participants participants;
    private final CyclesPlan plan;
    private final Consumer<String> progress;

    /**
     * Makes the scenario.
     *
     * @param progress is told in words how far it is
     */
    public CyclesScenario(Participants participants, CyclesPlan plan, Consumer<String> progress) {
        this.participants = participants;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        for (CycleMode mode : plan.modes()) {
            for (SoftReferences references : plan.references()) {
                run(hosts, mode, references, report);
            }
        }
    }

    private void run(Hosts hosts, CycleMode mode, SoftReferences references, Report report) {
        CyclesFigures figures = new CyclesFigures(mode, references);
        for (Jdk jdk : participants.berth()) {
            try (CycledHost host = hosts.berthCycled(jdk, references)) {
                Cycles cycles = cycles(host, mode, references, plan.count());
                figures.add(cycles);
                figures.promise(cycles, report);
            }
        }
        participants.peer().ifPresent(jdk -> {
            try (CycledHost host = hosts.peerCycled(jdk, references)) {
                figures.add(cycles(host, mode, references, plan.peerCount()));
            }
        });
        figures.addTo(report);
    }

    private Cycles cycles(CycledHost host, CycleMode mode, SoftReferences references, int count) {
        Cycles cycles = new Cycles(host, mode);
        String title = host.title() + ", " + mode.title() + ", " + references.title() + ": ";
        cycles.run(count, number -> progress.accept(title + number + " cycles"));
        return cycles;
    }
}
