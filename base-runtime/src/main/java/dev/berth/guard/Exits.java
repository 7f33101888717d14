package dev.berth.guard;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Forbids a biz to end the JVM. */
final class Exits {

    private final Reports reports;
    private final Supplier<Optional<Caller>> callers;

    Exits(Reports reports) {
        this(reports, Caller::current);
    }

    Exits(Reports reports, Supplier<Optional<Caller>> callers) {
        this.reports = reports;
        this.callers = callers;
    }

    /**
     * Lets a call of the base pass.
     *
     * @throws SecurityException for a call of a biz
     */
    void check(String call, @Nullable Object status) {
        Optional<Caller> caller = caller();
        if (caller.isPresent()) {
            String what = (call.equals(JdkHook.EXIT) ? "System.exit" : call) + "(" + status + ")";
            SecurityException refusal = refusal(caller.get(), what);
            try {
                reports.exitBlocked(caller.get(), what);
            } catch (Throwable failure) {
                // An exit is blocked, told or not
                refusal.addSuppressed(failure);
            }
            throw refusal;
        }
    }

    private Optional<Caller> caller() {
        try {
            return callers.get();
        } catch (Throwable failure) {
            // No memory or stack is left to search the stack; the thread tells with less whom it works for
            return ofThread();
        }
    }

    private static Optional<Caller> ofThread() {
        try {
            return Caller.byThread(Thread.currentThread());
        } catch (Throwable failure) {
            // The border to the JDK: the base must be able to end, even with no memory left
            return Optional.empty();
        }
    }

    private static SecurityException refusal(Caller caller, String what) {
        return new SecurityException("Biz '" + caller.biz().name() + ":"
                + caller.biz().version()
                + "' called " + what + ", which would end the base and all other biz; the call was blocked");
    }
}
