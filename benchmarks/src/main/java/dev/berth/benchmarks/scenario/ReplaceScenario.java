package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.HostException;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.InstallsBeside;
import dev.berth.benchmarks.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replaces a biz by its next version again and again while every kind of request is sent to it. Promised of our hosts: no
 * request is lost, and none begins on a revision that another has replaced. The peer does the same, fewer times.
 */
public final class ReplaceScenario {

    private final Participants participants;
    private final ReplacePlan plan;
    private final Consumer<String> progress;

    /**
     * Makes the scenario.
     *
     * @param progress is told in words how far it is
     */
    public ReplaceScenario(Participants participants, ReplacePlan plan, Consumer<String> progress) {
        this.participants = participants;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs it and adds what came of it to the report. */
    public void run(Hosts hosts, Report report) {
        try (Participants.Started started = participants.start(hosts)) {
            List<ReplaceTurns> ours = started.ours().stream()
                    .map(host -> new ReplaceTurns(host, plan))
                    .toList();
            Optional<ReplaceTurns> peer = started.peer().map(host -> new ReplaceTurns(host, plan));
            for (int turn = 0; turn < plan.turns(); turn++) {
                for (ReplaceTurns host : ours) {
                    turn(host, plan.share(plan.count(), turn));
                }
                if (peer.isPresent()) {
                    turn(peer.get(), plan.share(plan.peerCount(), turn));
                }
            }
            new ReplaceFigures(ours, peer, plan).addTo(report);
            peer.ifPresent(turns -> report.note(beside(turns)));
        }
    }

    private void turn(ReplaceTurns host, int count) {
        host.turn(count);
        progress.accept(host.host().title() + ": " + host.lost().size() + " replaces");
    }

    /** Its other way to replace, without load: whether it can at all. */
    private static String beside(ReplaceTurns peer) {
        Host host = peer.host();
        return Stream.of(host)
                .filter(InstallsBeside.class::isInstance)
                .map(InstallsBeside.class::cast)
                .map(other -> host.title() + ", new version installed before the old is uninstalled: "
                        + outcome(other, peer.version() + 1))
                .findFirst()
                .orElse(host.title() + " knows one way to replace");
    }

    private static String outcome(InstallsBeside host, int version) {
        try {
            host.installBeside(version);
            return "done";
        } catch (HostException e) {
            return "refused, " + e.getMessage();
        }
    }
}
