package dev.berth.leak.cleaner;

import java.lang.ref.Reference;
import java.rmi.Remote;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects that a biz has exported for remote calls (RMI) and that are still exported. */
public final class RemoteObjects implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        targets().values().forEach(target -> {
            Optional<Remote> remote = Internals.value(target, "weakImpl")
                    .flatMap(reference -> Optional.ofNullable(((Reference<?>) reference).get()))
                    .map(Remote.class::cast);
            boolean byLoader = Internals.value(target, "ccl")
                    .filter(loader -> biz.owns((ClassLoader) loader))
                    .isPresent();
            remote.filter(object -> byLoader || biz.made(object))
                    .ifPresent(object -> leftovers.add(Leftover.of(
                            "Remote object of " + object.getClass().getName(),
                            "unexported",
                            () -> UnicastRemoteObject.unexportObject(object, true))));
        });
        return leftovers;
    }

    /** Copied under the lock of the table, which others change meanwhile. */
    private static Map<?, ?> targets() {
        Object lock =
                Internals.constant("sun.rmi.transport.ObjectTable", "tableLock").orElse(RemoteObjects.class);
        synchronized (lock) {
            return Internals.constant("sun.rmi.transport.ObjectTable", "objTable")
                    .map(table -> Map.copyOf((Map<?, ?>) table))
                    .orElse(Map.of());
        }
    }
}
