package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Host;
import dev.berth.benchmarks.host.Hosts;
import dev.berth.benchmarks.host.Jdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who takes part in a run, side by side: Berth on each of its JDKs, and the peer on its own.
 *
 * @param berth the JDKs of Berth
 * @param peer the JDK of the peer; absent when it stays out
 */
public record Participants(List<Jdk> berth, Optional<Jdk> peer) {

    /** Copies the list. */
    public Participants {
        berth = List.copyOf(berth);
    }

    /** Starts all, the peer last. When one does not start, those before it are closed. */
    Started start(Hosts hosts) {
        List<Host> ours = new ArrayList<>();
        boolean complete = false;
        try {
            berth.forEach(jdk -> ours.add(hosts.berth(jdk)));
            Started started = new Started(ours, peer.map(hosts::peer));
            complete = true;
            return started;
        } finally {
            if (!complete) {
                new Started(ours, Optional.empty()).close();
            }
        }
    }

    /** The running hosts; closing ends them. */
    record Started(List<Host> ours, Optional<Host> peer) implements AutoCloseable {

        Started {
            ours = List.copyOf(ours);
        }

        @Override
        public void close() {
            ours.forEach(Host::close);
            peer.ifPresent(Host::close);
        }
    }
}
