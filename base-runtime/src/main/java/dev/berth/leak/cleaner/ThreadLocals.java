package dev.berth.leak.cleaner;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of a biz in the thread locals of threads that live on, inheritable ones too.
 *
 * <p>An entry is cleared as the garbage collector does it when nobody has the thread local any more, which may happen at
 * any time, so that the thread itself need not take part. What lies deeper than {@link Reach} looks goes when the threads
 * of a pool are renewed.
 */
public final class ThreadLocals implements Cleaner {

    private static final List<String> MAPS = List.of("threadLocals", "inheritableThreadLocals");

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        Map<String, List<Reference<?>>> found = new LinkedHashMap<>();
        for (Thread thread : LiveThread.threads()) {
            for (String map : MAPS) {
                Internals.value(thread, map)
                        .flatMap(entries -> Internals.value(entries, "table"))
                        .ifPresent(table -> collect((Reference<?>[]) table, biz, found));
            }
        }
        List<Leftover> leftovers = new ArrayList<>();
        found.forEach((type, entries) -> leftovers.add(Leftover.of(
                "Thread local value of " + type + ", of " + entries.size() + " threads",
                "removed",
                () -> entries.forEach(ThreadLocals::clear))));
        return leftovers;
    }

    private static void collect(Reference<?>[] table, ClosedBiz biz, Map<String, List<Reference<?>>> found) {
        for (Reference<?> entry : table) {
            if (entry != null) {
                Object key = entry.get();
                Internals.value(entry, "value")
                        .flatMap(value -> Reach.find(biz, value))
                        .or(() -> Reach.find(biz, key).filter(own -> own == key))
                        .ifPresent(own -> found.computeIfAbsent(name(own), none -> new ArrayList<>())
                                .add(entry));
            }
        }
    }

    private static String name(Object own) {
        return (own instanceof Class<?> type ? type : own.getClass()).getName();
    }

    private static void clear(Reference<?> entry) {
        entry.clear();
        Internals.set(entry, "value", null);
    }
}
