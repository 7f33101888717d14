package dev.berth.spi;

import dev.berth.lifecycle.CallTree;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One SPI: what it is, who provides it now, who did, and who consumes it.
 *
 * <p>Written under the lock of the {@link ProviderTable}; the snapshot is read by anybody.
 */
final class Service implements CallTree.Look {

    private final Contract contract;
    private final Departed departed = new Departed();
    private final Set<Consumer> consumers = ConcurrentHashMap.newKeySet();
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    Service(Contract contract) {
        this.contract = contract;
    }

    Contract contract() {
        return contract;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Departed departed() {
        return departed;
    }

    Set<Consumer> consumers() {
        return consumers;
    }

    /** Replaces what callers see, in one write. */
    void publish(Snapshot next) {
        // A caller that finds nobody, and then that nothing has changed, must find here who was there
        departed.left(snapshot.infos());
        snapshot = next;
        departed.here(next.infos());
    }

    void publish(List<ProviderEntry> registered, List<ProviderEntry> active) {
        publish(new Snapshot(registered, active, snapshot.policy()));
    }

    /** Tells whether a snapshot is still the one that callers see. */
    @Override
    public boolean holds(Object seen) {
        return snapshot == seen;
    }
}
