package dev.berth.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Measured times, kept to a thousandth of their value, up to an hour each. Safe for threads; a figure asked for while
 * others record is of what had been recorded about then.
 */
public final class Timings {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 3;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    /** Records a time; a longer one than an hour counts as an hour, a negative one as none. */
    public void record(long nanos) {
        long value = TimeUnit.NANOSECONDS.toMicros(nanos);
        micros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, value)));
    }

    /** Returns the figures of what was recorded so far. */
    public Distribution distribution() {
        Histogram copy = micros.copy();
        if (copy.getTotalCount() == 0) {
            return Distribution.NONE;
        }
        return new Distribution(
                copy.getTotalCount(),
                millis(copy.getMinValue()),
                millis(copy.getValueAtPercentile(50)),
                millis(copy.getValueAtPercentile(90)),
                millis(copy.getValueAtPercentile(99)),
                millis(copy.getMaxValue()));
    }

    private static double millis(long value) {
        return value / 1000.0;
    }
}
