package dev.berth.lifecycle;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was made for each revision that is hosted. */
final class Hostings {

    private final Map<Revision, Hosting> hostings = new ConcurrentHashMap<>();

    Hosting begin(Revision revision) {
        Hosting hosting = new Hosting(revision);
        hostings.put(revision, hosting);
        return hosting;
    }

    Hosting of(Revision revision) {
        return find(revision)
                .orElseThrow(() -> new BerthException(
                        ErrorCode.INTERNAL_ERROR,
                        "Revision '" + revision.id() + "' is not hosted",
                        "Report this with the log of the base."));
    }

    /** For those who hold no lock: what they have seen of the state may be over. */
    Optional<Hosting> find(Revision revision) {
        return Optional.ofNullable(hostings.get(revision));
    }

    void end(Revision revision) {
        hostings.remove(revision);
    }
}
