package dev.berth.bootstrap;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value at the first use, once; a failure is thrown and the next use tries again. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = source.get();
                    value = made;
                }
            }
        }
        return made;
    }

    /** Does something with the value, if it was made. */
    void ifMade(Consumer<T> step) {
        T made = value;
        if (made != null) {
            step.accept(made);
        }
    }
}
