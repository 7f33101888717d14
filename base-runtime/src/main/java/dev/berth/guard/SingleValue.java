package dev.berth.guard;

import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value without keys; one that is compared by what it says is also told, and belongs to no class of a biz. */
final class SingleValue<V extends @Nullable Object> implements SharedValue {

    private static final Set<String> KEY = Set.of("");

    private final String name;
    private final Supplier<V> read;
    private final Consumer<V> write;
    private final boolean plain;

    SingleValue(String name, Supplier<V> read, Consumer<V> write, boolean plain) {
        this.name = name;
        this.read = read;
        this.write = write;
        this.plain = plain;
    }

    @Override
    public Set<String> keys() {
        return KEY;
    }

    @Override
    public @Nullable Object read(String key) {
        return read.get();
    }

    @Override
    @SuppressWarnings("unchecked") // It has been read from the same place
    public void write(String key, @Nullable Object value) {
        write.accept((V) value);
    }

    @Override
    public boolean same(@Nullable Object one, @Nullable Object other) {
        return plain ? Objects.equals(one, other) : one == other;
    }

    @Override
    public boolean outlastsRevision() {
        return plain;
    }

    @Override
    public String name(String key) {
        return name;
    }

    @Override
    public String change(String key, @Nullable Object from, @Nullable Object to) {
        return plain
                ? name + " from '" + text(from) + "' to '" + text(to) + "'"
                : SharedValue.super.change(key, from, to);
    }

    private static String text(@Nullable Object value) {
        return value instanceof TimeZone zone ? zone.getID() : String.valueOf(value);
    }
}
