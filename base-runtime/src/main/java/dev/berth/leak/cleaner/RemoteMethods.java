package dev.berth.leak.cleaner;

import java.util.Map;

/** The methods of remote interfaces, which the JDK keeps by soft references for each class that was ever exported (RMI). */
public final class RemoteMethods implements Sweep {

    @Override
    public void sweep(ClosedBiz biz) {
        Internals.constant("sun.rmi.server.UnicastServerRef", "hashToMethod_Maps")
                .flatMap(table -> Internals.value(table, "internalMap"))
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .ifPresent(methods -> forget((Map<?, ?>) methods, biz));
    }

    /** The JDK guards the map by itself. */
    private static void forget(Map<?, ?> methods, ClosedBiz biz) {
        synchronized (methods) {
            methods.keySet().removeIf(type -> type instanceof Class<?> known && biz.owns(known.getClassLoader()));
        }
    }
}
