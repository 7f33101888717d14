package dev.berth.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Writes times and sizes the way people read them. */
public final class Amounts {

    private static final double KILO = 1000;
    private static final double NANOS_A_MILLI = 1_000_000;
    private static final int MILLIS_AS_SECONDS = 10_000;

    private Amounts() {}

    /** Returns how long something took: {@code 1.2 ms}, {@code 812 ms}, {@code 12.3 s}. */
    public static String took(Duration duration) {
        double millis = duration.toNanos() / NANOS_A_MILLI;
        if (millis < 10) {
            return decimal(millis) + " ms";
        }
        return millis < MILLIS_AS_SECONDS ? Math.round(millis) + " ms" : decimal(millis / KILO) + " s";
    }

    /** Returns milliseconds with one decimal, as columns of numbers have them. */
    public static String millis(Duration duration) {
        return decimal(duration.toNanos() / NANOS_A_MILLI);
    }

    /** Returns a number with one decimal. */
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Returns how old something is, in its greatest unit: {@code 5s}, {@code 3m}, {@code 2h}, {@code 12d}. */
    public static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m" : Math.max(0, age.toSeconds()) + "s";
    }

    /** Returns a size in its greatest decimal unit: {@code 512 B}, {@code 12.3 KB}, {@code 58.2 MB}. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double kilo = bytes / KILO;
        return kilo < KILO ? decimal(kilo) + " KB" : decimal(kilo / KILO) + " MB";
    }
}
