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

    /** Promises that a figure does not pass a limit. */
    public static Promise atMost(String what, double seen, double most, String unit) {
        String behind = unit.isEmpty() ? "" : " " + unit;
        return new Promise(
                what + ": " + plain(seen) + behind + " (at most " + plain(most) + behind + ")", seen <= most);
    }

    private static String plain(double figure) {
        return String.format(Locale.ROOT, figure == Math.rint(figure) ? "%.0f" : "%.1f", figure);
    }
}
