package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.api.spi.SpiException;
import dev.berth.broker.Choice;
import dev.berth.broker.Demand;
import dev.berth.broker.Router;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stub asks at each call: it leads the call to the provider that its demand finds now, and holds none.
 *
 * <p>Public for generated stubs alone, which live in loaders of their own. A call goes {@link #begin}, {@link #enter}, the
 * provider, {@link #end}, all in one thread. It allocates nothing and takes no lock unless a policy decides, or its tree
 * stays on a revision that was replaced. Safe for use by many threads.
 */
public final class Line {

    private static final ClassLoader BASE = Line.class.getClassLoader();

    private final Service service;
    private final Demand demand;
    private final ProviderTable table;

    /** The choice of the last snapshot that was seen; a race costs one choice more. */
    private volatile Route route;

    Line(Service service, Demand demand, ProviderTable table) {
        this.service = service;
        this.demand = demand;
        this.table = table;
        this.route = new Route(Snapshot.EMPTY, null, new Choice.None(demand, List.of()));
    }

    /** Begins a call: it belongs to the tree that the thread works for, or is the root of one. */
    public CallTree begin() {
        return CallTree.join(table.admission());
    }

    /**
     * Counts the call in and makes the loader of its provider the context loader.
     *
     * @return the provider
     * @throws SpiException when there is not exactly one to call
     */
    public Object enter(CallTree tree) {
        while (true) {
            Snapshot now = service.snapshot();
            Route current = route(now, tree);
            ProviderEntry entry = current.entry();
            if (entry == null) {
                throw table.failure(service, demand, current.choice());
            }
            Revision revision = entry.revision();
            if (revision == null || tree.has(revision) || tree.enter(revision, service, now)) {
                Object target = arrive(entry);
                if (target != null) {
                    return target;
                }
            }
        }
    }

    /** Finds nothing where the entry was emptied a moment ago: the snapshot that has it is not the newest then. */
    private @Nullable Object arrive(ProviderEntry entry) {
        Object target = entry.target();
        ClassLoader loader = entry.loader();
        if (target == null || loader == null) {
            return null;
        }
        Thread thread = Thread.currentThread();
        if (thread.getContextClassLoader() != loader) {
            thread.setContextClassLoader(loader);
        }
        return target;
    }

    /**
     * Ends a call, however it went.
     *
     * @param depth the depth of the tree when the call had begun
     */
    public void end(CallTree tree, int depth, @Nullable ClassLoader before) {
        Thread thread = Thread.currentThread();
        if (thread.getContextClassLoader() != before) {
            thread.setContextClassLoader(before);
        }
        tree.leave(depth);
    }

    /** A tree that is ahead of no pointer sees what all see. */
    private Route route(Snapshot now, CallTree tree) {
        Route known = route;
        boolean sees = tree.isOnActiveOnly();
        if (known.snapshot() == now && sees && now.policy() == null) {
            return known;
        }
        return sees ? choose(now) : chooseFor(tree, now);
    }

    /** What the tree's own revisions had counts as if it were there: nobody else's provider takes its place. */
    private Route chooseFor(CallTree tree, Snapshot now) {
        List<ProviderEntry> providers = now.seenBy(tree);
        List<ProviderInfo> infos = new ArrayList<>(Snapshot.infos(providers));
        service.departed().of(tree.entered()).stream()
                .filter(info -> !infos.contains(info))
                .forEach(infos::add);
        return choose(now, providers, infos);
    }

    private Route choose(Snapshot now) {
        if (now.policy() != null) {
            return choose(now, now.active(), now.infos());
        }
        Route chosen = choose(now, now.active(), Router.choose(demand, now.infos()));
        route = chosen;
        return chosen;
    }

    private Route choose(Snapshot now, List<ProviderEntry> providers, List<ProviderInfo> infos) {
        GuardedPolicy policy = now.policy();
        Choice choice = policy == null || GuardedPolicy.isDeciding()
                ? Router.choose(demand, infos)
                : Router.choose(demand, infos, policy);
        return choose(now, providers, choice);
    }

    private static Route choose(Snapshot now, List<ProviderEntry> providers, Choice choice) {
        if (choice instanceof Choice.Found found) {
            for (ProviderEntry entry : providers) {
                if (entry.info().equals(found.provider())) {
                    return new Route(now, entry, choice);
                }
            }
        }
        return new Route(now, null, choice);
    }

    /**
     * Makes sure that there is a provider to call now.
     *
     * @throws SpiException when there is not exactly one
     */
    void check() {
        CallTree tree = begin();
        int depth = tree.depth();
        try {
            Route current = route(service.snapshot(), tree);
            if (current.entry() == null) {
                throw table.failure(service, demand, current.choice());
            }
        } finally {
            tree.leave(depth);
        }
    }

    /** Returns the loader of Berth, for generated classes. */
    static ClassLoader loader() {
        return BASE;
    }

    @Override
    public String toString() {
        return "Stub of " + demand.describe();
    }

    /**
     * What was chosen.
     *
     * @param snapshot among which providers
     * @param entry the provider, or {@code null} when there is not exactly one to call
     * @param choice what the router said
     */
    private record Route(Snapshot snapshot, @Nullable ProviderEntry entry, Choice choice) {}
}
