package dev.berth.test;

/** Finds what an exception is about. */
final class Causes {

    private Causes() {}

    static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
