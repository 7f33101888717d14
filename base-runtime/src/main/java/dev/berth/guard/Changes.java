package dev.berth.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What biz have changed in the values that they share, and what was there before.
 *
 * <p>A change is noted where it is made, on a thread that may hold locks of the JDK: it only queues there, and is worked on by
 * whoever has the lock of this object or can have it at once. So nobody waits for a thread that waits for the JDK. Safe for use
 * by many threads.
 */
final class Changes {

    /**
     * One shared value.
     *
     * @param of what it is
     * @param key which one of these
     */
    record Slot(SharedValue of, String key) {

        @Nullable
        Object read() {
            return of.read(key);
        }
    }

    /**
     * A change to tell.
     *
     * @param by who made it
     * @param what what has become of which value
     * @param how how it is known
     */
    record Report(Caller by, String what, How how) {}

    /** How it is known who made a change. */
    enum How {
        /** It was seen when it was made. */
        SEEN,
        /** It was found, and the value says whose it is, or there was one who did things. */
        FOUND,
        /** It was found, and the base could have made it as well: it is told and stands. */
        GUESSED
    }

    private record Change(Slot slot, @Nullable Object now, @Nullable Object wanted, Optional<Caller> by, How how) {}

    private final List<SharedValue> values;
    private final Consumer<Report> tell;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Change> queue = new ConcurrentLinkedQueue<>();
    private final Map<Slot, @Nullable Object> known = new HashMap<>();
    private final Map<Slot, Chain> chains = new HashMap<>();
    private final Map<Slot, @Nullable Object> untold = new HashMap<>();
    private final ThreadLocal<Boolean> puttingBack = new ThreadLocal<>();

    /** Takes what is there now for what the base wants. */
    Changes(List<SharedValue> values, Consumer<Report> tell) {
        this.values = List.copyOf(values);
        this.tell = tell;
        values.forEach(value -> value.keys().forEach(key -> {
            Slot slot = new Slot(value, key);
            known.put(slot, slot.read());
        }));
    }

    /** Notes that a value has just been set by this thread, for a biz or for the base. */
    void set(SharedValue value, String key, Optional<Caller> by) {
        Slot slot = new Slot(value, key);
        Object now = slot.read();
        set(new Change(slot, now, now, by, How.SEEN));
    }

    /** Notes the same where what is wanted need not be what is there. */
    void want(SharedValue value, String key, Object wanted, Optional<Caller> by) {
        Slot slot = new Slot(value, key);
        set(new Change(slot, slot.read(), wanted, by, How.SEEN));
    }

    private void set(Change change) {
        if (puttingBack.get() == null) {
            queue.add(change);
            settle();
        }
    }

    /** Notes that values of a kind have just been set by this thread, and none knows which. */
    void setSome(SharedValue value, Optional<Caller> by) {
        if (puttingBack.get() == null) {
            List<Report> reports = new ArrayList<>();
            // The thread may hold the lock of all properties; what is not seen now is found by the next comparison
            if (lock.tryLock()) {
                try {
                    drain(reports);
                    compare(value, by, How.SEEN, reports);
                } finally {
                    lock.unlock();
                }
            }
            reports.forEach(tell);
        }
    }

    /** Works on what is queued, unless another thread does. */
    private void settle() {
        List<Report> reports = new ArrayList<>();
        while (!queue.isEmpty() && lock.tryLock()) {
            try {
                drain(reports);
            } finally {
                lock.unlock();
            }
        }
        reports.forEach(tell);
    }

    /**
     * Compares all values with what is known, for changes that nobody has told.
     *
     * @param suspect who has made them, where the values do not say so themselves
     * @param how how sure that is
     */
    void compare(Optional<Caller> suspect, How how) {
        compareAll((value, reports) -> compare(value, suspect, how, reports));
    }

    /**
     * Compares all values with what is known, where all who set one tell it. What nobody has told may be about to be told:
     * it is the base's when it is there at the next comparison too.
     */
    void compareTold() {
        compareAll((value, reports) -> {
            List<Slot> different = different(value, reports);
            untold.keySet().removeIf(slot -> slot.of() == value && !different.contains(slot));
            different.forEach(slot -> {
                Object now = slot.read();
                Optional<Caller> owner = owner(now);
                if (owner.isPresent() || (untold.containsKey(slot) && value.same(untold.get(slot), now))) {
                    apply(new Change(slot, now, now, owner, How.FOUND), reports);
                } else {
                    untold.put(slot, now);
                }
            });
        });
    }

    private void compareAll(BiConsumer<SharedValue, List<Report>> comparison) {
        List<Report> reports = new ArrayList<>();
        lock.lock();
        try {
            drain(reports);
            values.forEach(value -> comparison.accept(value, reports));
        } finally {
            lock.unlock();
        }
        reports.forEach(tell);
    }

    private void compare(SharedValue value, Optional<Caller> by, How how, List<Report> reports) {
        different(value, reports).forEach(slot -> {
            Object now = slot.read();
            Optional<Caller> owner = owner(now);
            How known = owner.isPresent() && how == How.GUESSED ? How.FOUND : how;
            apply(new Change(slot, now, now, owner.or(() -> by), known), reports);
        });
    }

    private List<Slot> different(SharedValue value, List<Report> reports) {
        TreeSet<String> keys = new TreeSet<>(value.keys());
        known.keySet().stream().filter(slot -> slot.of() == value).forEach(slot -> keys.add(slot.key()));
        List<Slot> different = keys.stream()
                .map(key -> new Slot(value, key))
                .filter(this::isDifferent)
                .toList();
        // Whoever sets a value tells it after that, so that it may have been told since: it is no find then
        drain(reports);
        return different.stream().filter(this::isDifferent).toList();
    }

    private boolean isDifferent(Slot slot) {
        return !slot.of().same(slot.read(), known.get(slot));
    }

    /** An object of a biz's own class says whose it is. */
    private static Optional<Caller> owner(@Nullable Object value) {
        return value == null ? Optional.empty() : Caller.ofClass(value.getClass());
    }

    private void drain(List<Report> reports) {
        for (Change change = queue.poll(); change != null; change = queue.poll()) {
            apply(change, reports);
        }
    }

    private void apply(Change change, List<Report> reports) {
        Slot slot = change.slot();
        SharedValue value = slot.of();
        Object before = before(change);
        boolean changed = !value.same(before, change.now());
        boolean stands = change.by().isEmpty() || change.how() == How.GUESSED;
        if (!stands) {
            chains.computeIfAbsent(slot, unused -> new Chain(value::same))
                    .set(change.by().get().biz().revision(), before, changed ? change.now() : change.wanted());
        } else if (changed) {
            // The base has the last word: nothing below is put back any more
            chains.remove(slot);
        }
        if (changed) {
            change.by()
                    .ifPresent(by ->
                            reports.add(new Report(by, value.change(slot.key(), before, change.now()), change.how())));
        }
        known.put(slot, change.now());
        chains.values().removeIf(Chain::isEmpty);
    }

    /** Returns what was there before a change; what nobody had told is, unless it is this change that is told now. */
    private @Nullable Object before(Change change) {
        Slot slot = change.slot();
        Object found = known.get(slot);
        if (untold.containsKey(slot)) {
            Object other = untold.remove(slot);
            return slot.of().same(other, change.now()) ? found : other;
        }
        return found;
    }

    /**
     * Puts back what a revision has changed, unless somebody else has changed it since.
     *
     * @param revision its id
     * @param heir the id of another revision of its biz that runs; it keeps what does not belong to this one's classes
     * @return what was put back
     */
    List<String> putBack(String revision, Optional<String> heir) {
        List<String> done = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        lock.lock();
        try {
            puttingBack.set(true);
            drain(reports);
            for (Map.Entry<Slot, Chain> entry : Map.copyOf(chains).entrySet()) {
                Slot slot = entry.getKey();
                if (heir.isPresent() && slot.of().outlastsRevision()) {
                    entry.getValue().handOver(revision, heir.get());
                } else {
                    putBack(slot, entry.getValue().remove(revision, slot.read()))
                            .ifPresent(done::add);
                }
            }
            chains.values().removeIf(Chain::isEmpty);
        } finally {
            puttingBack.remove();
            lock.unlock();
        }
        reports.forEach(tell);
        return done;
    }

    private Optional<String> putBack(Slot slot, Chain.Rest rest) {
        if (!rest.isDue()) {
            return Optional.empty();
        }
        slot.of().write(slot.key(), rest.value());
        known.put(slot, slot.read());
        return Optional.of(slot.of().name(slot.key()));
    }
}
