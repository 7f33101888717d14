package dev.berth.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Forbids a biz to end the JVM. */
final class Exits {

    private final Reports reports;

    Exits(Reports reports) {
        this.reports = reports;
    }

    /**
     * Lets a call of the base pass.
     *
     * @throws SecurityException for a call of a biz
     */
    void check(String call, @Nullable Object status) {
        Optional<Caller> caller;
        try {
            caller = Caller.current();
        } catch (Throwable failure) {
            // The border to the JDK: the base must be able to end, even with no memory left
            return;
        }
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

    private static SecurityException refusal(Caller caller, String what) {
        return new SecurityException("Biz '" + caller.biz().name() + ":"
                + caller.biz().version()
                + "' called " + what + ", which would end the base and all other biz; the call was blocked");
    }
}
