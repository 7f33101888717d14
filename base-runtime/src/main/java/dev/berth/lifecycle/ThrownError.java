package dev.berth.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Error} as a trouble: what kind it is, in words that are the same for the same error.
 *
 * <p>Made where memory may have run out, so it needs no class that is not loaded by now: no lambda, no stream.
 *
 * @param error the error itself, not for keeping
 * @param kind what kind of trouble it is
 */
record ThrownError(Error error, Trouble.Kind kind) {

    private static final int MAX_CAUSES = 100;

    /** Finds the error in a failure or among its causes; a biz can make these run in a circle. */
    static Optional<ThrownError> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof Error error) {
                return Optional.of(new ThrownError(error, kind(error)));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Trouble.Kind kind(Error error) {
        if (error instanceof OutOfMemoryError) {
            return lacking(String.valueOf(error.getMessage()));
        }
        if (error instanceof StackOverflowError) {
            return Trouble.Kind.STACK_OVERFLOW;
        }
        // One of a static initialiser is a linkage error by type only
        return error instanceof LinkageError && !(error instanceof ExceptionInInitializerError)
                ? Trouble.Kind.LINKAGE
                : Trouble.Kind.ERROR;
    }

    /** What is lacking the JVM says in the message only. */
    private static Trouble.Kind lacking(String message) {
        if (message.equals("Metaspace") || message.equals("Compressed class space")) {
            return Trouble.Kind.OUT_OF_METASPACE;
        }
        if (message.contains("irect buffer memory")) {
            return Trouble.Kind.OUT_OF_DIRECT_MEMORY;
        }
        return message.contains("native thread") ? Trouble.Kind.OUT_OF_THREADS : Trouble.Kind.OUT_OF_MEMORY;
    }

    /** Returns what happened. Who meets the end of a memory says little of who took it, so that has no place. */
    String message() {
        String name = error.getClass().getSimpleName();
        return switch (kind) {
            case OUT_OF_DIRECT_MEMORY -> name + ": no direct buffer memory is left";
            case OUT_OF_THREADS -> name + ": the system gives no more threads";
            case OUT_OF_MEMORY, OUT_OF_METASPACE -> name + ": " + error.getMessage();
            case STACK_OVERFLOW -> name + method();
            default -> name + ": " + error.getMessage() + place();
        };
    }

    private String method() {
        StackTraceElement frame = innermost();
        return frame == null ? "" : " in '" + frame.getClassName() + "." + frame.getMethodName() + "'";
    }

    private String place() {
        StackTraceElement frame = innermost();
        return frame == null ? "" : " at '" + frame + "'";
    }

    /** Returns the innermost frame outside the JDK. */
    private @Nullable StackTraceElement innermost() {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getModuleName() == null) {
                return frame;
            }
        }
        return null;
    }
}
