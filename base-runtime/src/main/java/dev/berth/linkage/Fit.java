package dev.berth.linkage;

/**
 * Whether the base's copy of a library can stand in for the biz's.
 *
 * @param fits the answer
 * @param reason a sentence fragment for a developer
 */
record Fit(boolean fits, String reason) {

    static Fit yes(String reason) {
        return new Fit(true, reason);
    }

    static Fit no(String reason) {
        return new Fit(false, reason);
    }
}
