package dev.berth.leak.cleaner;

import java.util.List;

/**
 * Lets pools renew their threads, for thread locals that nobody can look into; busy threads are renewed when their work
 * ends. Waits for nothing.
 */
public final class Renewal implements Sweep {

    private final List<Runnable> pools;

    /** Makes it from what renews each pool. */
    public Renewal(List<Runnable> pools) {
        this.pools = List.copyOf(pools);
    }

    @Override
    public void sweep(ClosedBiz biz) {
        pools.forEach(Runnable::run);
    }
}
