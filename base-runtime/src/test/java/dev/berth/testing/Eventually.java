package dev.berth.testing;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens a moment later on another thread, or when the garbage collector comes by; always bounded. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Eventually() {}

    /** Tells whether a condition holds within ten seconds. */
    public static boolean holds(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Tells whether the garbage collector takes an object within ten seconds. */
    public static boolean collected(WeakReference<?> reference) {
        return holds(() -> {
            System.gc();
            return reference.refersTo(null);
        });
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
