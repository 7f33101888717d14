package dev.berth.leak.cleaner;

import java.lang.ref.PhantomReference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds an object of a biz behind one that is not, a few steps away.
 *
 * <p>It goes through the collections and wrappers of the JDK, and through tasks that wrap tasks, but not through other
 * objects of libraries: behind these lies, sooner or later, everything. So what it finds is held, by soft references too;
 * what it does not find may be held all the same.
 */
final class Reach {

    private static final int STEPS = 12;
    private static final int OBJECTS = 400;
    private static final int ELEMENTS = 100;
    private static final Set<String> HANDED_ON = Set.of("java.util.function", "org.reactivestreams");

    private final ClosedBiz biz;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Reach(ClosedBiz biz) {
        this.biz = biz;
    }

    /** Returns the first object of the biz that an object is or leads to. */
    static Optional<Object> find(ClosedBiz biz, @Nullable Object start) {
        return start == null ? Optional.empty() : new Reach(biz).search(start);
    }

    private Optional<Object> search(Object start) {
        Queue<Object> ring = new ArrayDeque<>(List.of(start));
        for (int step = 0; step < STEPS && !ring.isEmpty() && seen.size() < OBJECTS; step++) {
            Queue<Object> next = new ArrayDeque<>();
            for (Object each : ring) {
                if (biz.made(each)) {
                    return Optional.of(each);
                }
                if (seen.add(each)) {
                    next.addAll(behind(each));
                }
            }
            ring = next;
        }
        return ring.stream().filter(biz::made).findFirst();
    }

    private static List<Object> behind(Object object) {
        if (object instanceof Object[] array) {
            return elements(List.of(array.length > ELEMENTS ? new Object[0] : withoutNulls(array)));
        }
        if (object instanceof Class
                || object instanceof ClassLoader
                || object instanceof Thread
                || object instanceof Executor
                || object instanceof WeakReference
                || object instanceof PhantomReference) {
            return List.of();
        }
        if (object instanceof SoftReference<?> soft) {
            Object referent = soft.get();
            return referent == null ? List.of() : List.of(referent);
        }
        boolean ofJdk = object.getClass().getModule().isNamed()
                && object.getClass().getModule().getName().startsWith("java.");
        if (ofJdk && object instanceof Map<?, ?> map) {
            List<Object> all = elements(map.keySet());
            all.addAll(elements(map.values()));
            return all;
        }
        if (ofJdk && object instanceof Collection<?> collection) {
            return elements(collection);
        }
        return ofJdk || isTask(object) ? fields(object, !ofJdk) : List.of();
    }

    private static Object[] withoutNulls(Object[] array) {
        List<Object> there = new ArrayList<>();
        for (Object each : array) {
            if (each != null) {
                there.add(each);
            }
        }
        return there.toArray();
    }

    /** What changes meanwhile is in use, and looked at another time. */
    private static List<Object> elements(Collection<?> collection) {
        List<Object> all = new ArrayList<>();
        try {
            for (Object each : collection) {
                if (each != null && all.size() < ELEMENTS) {
                    all.add(each);
                }
            }
        } catch (RuntimeException changed) {
            return all;
        }
        return all;
    }

    private static List<Object> fields(Object object, boolean tasksOnly) {
        List<Object> all = new ArrayList<>();
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Internals.isReference(field)) {
                    Internals.read(Internals.opened(field), object)
                            .filter(value -> !tasksOnly || isTask(value))
                            .ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** Functions and the parts of reactive streams are handed on like tasks. */
    private static boolean isTask(Object object) {
        if (object instanceof Runnable || object instanceof Callable || object instanceof Future) {
            return true;
        }
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> each : type.getInterfaces()) {
                if (isHandedOn(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isHandedOn(Class<?> type) {
        return HANDED_ON.contains(type.getPackageName())
                || Stream.of(type.getInterfaces()).anyMatch(Reach::isHandedOn);
    }
}
