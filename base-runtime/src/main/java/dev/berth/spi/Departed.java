package dev.berth.spi;

import dev.berth.api.spi.ProviderInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers that an SPI once had and has no more, so that their callers can be told what became of them. */
final class Departed {

    /** The newest are remembered: names of biz and ids can be made up without end. */
    private static final int MOST = 100;

    private final Map<Key, ProviderInfo> gone = new LinkedHashMap<>();

    synchronized void changed(List<ProviderInfo> before, List<ProviderInfo> now) {
        before.forEach(info -> gone.put(Key.of(info), info));
        now.forEach(info -> gone.remove(Key.of(info)));
        while (gone.size() > MOST) {
            gone.remove(gone.keySet().iterator().next());
        }
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
