package dev.berth.guard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that all applications of a JVM share and that code can set: one value, or several by key. A value that is not
 * set is {@code null}.
 */
interface SharedValue {

    /** Returns the keys that have a value now; a single value has one fixed key. */
    Set<String> keys();

    /** Returns the value of a key now. */
    @Nullable
    Object read(String key);

    /** Sets the value of a key, or takes it away. */
    void write(String key, @Nullable Object value);

    /** Tells whether two values are the same for all who use them. */
    default boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /** Tells whether a value can stay when the revision that set it has gone, for another revision of its biz. */
    default boolean outlastsRevision() {
        return false;
    }

    /** Returns what it is, in a sentence: {@code the default time zone}. */
    String name(String key);

    /** Tells what has become of it; a value that may be a secret is not told. */
    default String change(String key, @Nullable Object from, @Nullable Object to) {
        return name(key) + " from " + text(from) + " to " + text(to);
    }

    /** Each lambda has another class, whose name tells no more than that. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        String name = value.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? "'" + name + "'" : "a lambda of '" + name.substring(0, lambda) + "'";
    }
}
