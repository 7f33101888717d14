package dev.berth.leak.cleaner;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Handlers of URL protocols of a biz: the JVM's one factory of them, and those that it remembers by protocol. */
public final class UrlHandlers implements Cleaner {

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        List<Leftover> leftovers = new ArrayList<>();
        Internals.constant(URL.class.getName(), "factory")
                .filter(biz::made)
                .ifPresent(factory -> leftovers.add(Leftover.of(
                        "URL stream handler factory " + factory.getClass().getName(),
                        "removed",
                        () -> Internals.set(URL.class, "factory", null))));
        Internals.constant(URL.class.getName(), "handlers")
                .ifPresent(handlers -> Map.copyOf((Map<?, ?>) handlers).forEach((protocol, handler) -> {
                    if (biz.made(handler)) {
                        leftovers.add(Leftover.of(
                                "URL stream handler " + handler.getClass().getName() + " of protocol '" + protocol
                                        + "'",
                                "removed",
                                () -> ((Map<?, ?>) handlers).remove(protocol)));
                    }
                }));
        return leftovers;
    }
}
