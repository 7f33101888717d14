package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.SoftReferences;
import java.util.List;

/**
 * What a run of cycles does: each mode under each kind of flags.
 *
 * @param count cycles of each of our hosts
 * @param peerCount cycles of the peer
 * @param modes how revisions end
 * @param references what happens to soft references
 */
public record CyclesPlan(int count, int peerCount, List<CycleMode> modes, List<SoftReferences> references) {

    /** Copies the lists. */
    public CyclesPlan {
        modes = List.copyOf(modes);
        references = List.copyOf(references);
    }
}
