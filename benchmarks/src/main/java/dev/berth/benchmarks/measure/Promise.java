package dev.berth.benchmarks.measure;

import java.util.Locale;

/**
 * Something that a scenario promises, and what came of it.
 *
 * @param text what is promised, with the figure that was seen
 * @param kept whether it held
 */
public record Promise(String text, boolean kept) {

    /** Promises that something does not happen. */
    public static Promise none(String what, long seen) {
        return new Promise(what + ": " + seen, seen == 0);
    }

    /** Promises that a count is reached. */
    public static Promise atLeast(String what, long seen, long least) {
        return new Promise(what + ": " + seen + " (at least " + least + ")", seen >= least);
    }

    /** Promises that a figure stays below a limit. */
    public static Promise below(String what, double seen, double limit, String unit) {
        String text = String.format(Locale.ROOT, "%s: %.2f %s (below %.2f %s)", what, seen, unit, limit, unit);
        return new Promise(text, seen < limit);
    }
}
