package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.lifecycle.CallTree;
import dev.berth.lifecycle.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The providers of one SPI at one moment; immutable, and compared by identity. */
final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), null);

    private final List<ProviderEntry> registered;
    private final List<ProviderEntry> active;
    private final List<ProviderInfo> infos;
    private final @Nullable GuardedPolicy policy;

    /**
     * Makes a snapshot.
     *
     * @param registered all that are ready
     * @param active those of them that receive calls
     * @param policy what picks the provider, or {@code null} for the base's own way
     */
    Snapshot(List<ProviderEntry> registered, List<ProviderEntry> active, @Nullable GuardedPolicy policy) {
        this.registered = List.copyOf(registered);
        this.active = List.copyOf(active);
        this.infos = infos(this.active);
        this.policy = policy;
    }

    List<ProviderEntry> registered() {
        return registered;
    }

    List<ProviderEntry> active() {
        return active;
    }

    List<ProviderInfo> infos() {
        return infos;
    }

    @Nullable
    GuardedPolicy policy() {
        return policy;
    }

    /** Returns the providers for a tree: of a biz that it has entered those of that revision, active or not. */
    List<ProviderEntry> seenBy(CallTree tree) {
        List<Revision> entered = tree.entered();
        return registered.stream()
                .filter(entry -> {
                    Revision revision = entry.revision();
                    return revision == null ? active.contains(entry) : isFor(entry, revision, entered);
                })
                .toList();
    }

    private boolean isFor(ProviderEntry entry, Revision revision, List<Revision> entered) {
        Optional<Revision> known = entered.stream()
                .filter(each -> each.id().name().equals(revision.id().name()))
                .findFirst();
        return known.map(each -> each == revision).orElseGet(() -> active.contains(entry));
    }

    static List<ProviderInfo> infos(List<ProviderEntry> entries) {
        List<ProviderInfo> infos = new ArrayList<>();
        entries.forEach(entry -> infos.add(entry.info()));
        return List.copyOf(infos);
    }
}
