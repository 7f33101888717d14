package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.lifecycle.Revision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** The providers that an SPI once had and has no more, so that their callers can be told what became of them. */
final class Departed {

    /** The newest are remembered: names of biz and ids can be made up without end. */
    private static final int MOST = 100;

    private final Map<Key, ProviderInfo> gone = new LinkedHashMap<>();

    /** What was let go, for those call trees that still hold the revision. */
    private final Map<Revision, List<ProviderInfo>> released = new WeakHashMap<>();

    synchronized void changed(List<ProviderInfo> before, List<ProviderInfo> now) {
        before.forEach(info -> gone.put(Key.of(info), info));
        now.forEach(info -> gone.remove(Key.of(info)));
        while (gone.size() > MOST) {
            gone.remove(gone.keySet().iterator().next());
        }
    }

    /** Notes what a revision provides no more, while calls that began on it may go on. */
    synchronized void released(Revision revision, List<ProviderInfo> infos) {
        released.computeIfAbsent(revision, key -> new ArrayList<>()).addAll(infos);
    }

    /** Returns what was let go of some revisions. */
    synchronized List<ProviderInfo> of(Collection<Revision> revisions) {
        return revisions.stream()
                .flatMap(revision -> released.getOrDefault(revision, List.of()).stream())
                .toList();
    }

    synchronized List<ProviderInfo> all() {
        return new ArrayList<>(gone.values());
    }

    private record Key(Optional<String> biz, String id, String version) {

        private static Key of(ProviderInfo info) {
            return new Key(info.biz(), info.id(), info.version());
        }
    }
}
