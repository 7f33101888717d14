package dev.berth.benchmarks.report;

import java.util.Locale;

/** How figures are written: the same everywhere, whatever the machine's language. */
public final class Figures {

    private Figures() {}

    /** Writes a count. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Writes milliseconds; the shorter, the finer. */
    public static String millis(double millis) {
        if (millis >= 100) {
            return String.format(Locale.ROOT, "%,.0f", millis);
        }
        return String.format(Locale.ROOT, millis >= 10 ? "%.1f" : "%.2f", millis);
    }

    /** Writes how many times one figure is of another; a dash where there is nothing to divide by. */
    public static String ratio(double ours, double theirs) {
        return theirs > 0 ? String.format(Locale.ROOT, "%.2f", ours / theirs) : "-";
    }
}
