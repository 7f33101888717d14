package dev.berth.leak;

import dev.berth.lifecycle.LoaderHolder;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Thread locals of live threads, whose values are the biz's or have something of it in a collection; needs an opened JDK. */
final class ThreadLocalHolders implements HolderSource {

    @Override
    public void find(Suspect suspect, Consumer<LoaderHolder> found) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (String map : new String[] {"threadLocals", "inheritableThreadLocals"}) {
                Opened.field(thread, Thread.class, map)
                        .flatMap(locals -> Opened.field(locals, locals.getClass(), "table"))
                        .ifPresent(table -> Arrays.stream((Object[]) table)
                                .filter(Objects::nonNull)
                                .forEach(entry -> look(suspect, thread, entry, found)));
            }
        }
    }

    private static void look(Suspect suspect, Thread thread, Object entry, Consumer<LoaderHolder> found) {
        Object value = Opened.field(entry, entry.getClass(), "value").orElse(null);
        Object local = ((Reference<?>) entry).get();
        if (value != null && has(suspect, value)) {
            found.accept(LoaderHolder.of(
                    "thread local",
                    "A thread local of thread '" + thread.getName() + "' has a "
                            + value.getClass().getName()
                            + (local == null
                                    ? ""
                                    : "; its key is a " + local.getClass().getName())));
        } else if (local != null && suspect.ownsObject(local)) {
            found.accept(LoaderHolder.of(
                    "thread local",
                    "A thread local of thread '" + thread.getName() + "' is a "
                            + local.getClass().getName() + " of the biz"));
        }
    }

    private static boolean has(Suspect suspect, Object value) {
        if (suspect.ownsObject(value)) {
            return true;
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).anyMatch(suspect::ownsObject);
        }
        // Those of the JDK and of the base can be walked; the iterator of another one is code that nobody knows
        if (value.getClass().getClassLoader() != null) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(each -> suspect.ownsObject(each.getKey()) || suspect.ownsObject(each.getValue()));
        }
        return value instanceof Collection<?> collection && collection.stream().anyMatch(suspect::ownsObject);
    }
}
