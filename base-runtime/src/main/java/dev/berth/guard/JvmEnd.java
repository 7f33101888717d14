package dev.berth.guard;

/** Tells whether the JVM has begun to end. */
final class JvmEnd {

    private JvmEnd() {}

    /** The JVM does not say so; it takes no hook any more. */
    static boolean hasBegun() {
        Thread probe = new Thread(() -> {}, "berth-probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
