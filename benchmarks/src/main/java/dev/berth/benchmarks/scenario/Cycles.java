package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.CycledHost;
import dev.berth.benchmarks.host.Footprint;
import dev.berth.benchmarks.measure.Distribution;
import dev.berth.benchmarks.measure.Timings;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** All cycles of one host. For one thread. */
final class Cycles {

    private final CycledHost host;
    private final CycleMode mode;
    private final Timings times = new Timings();
    private final SortedMap<Integer, Footprint> footprints = new TreeMap<>();

    Cycles(CycledHost host, CycleMode mode) {
        this.host = host;
        this.mode = mode;
    }

    /**
     * Runs so many cycles and looks at the host before the first, and after 10, 100, 1,000, … and the last.
     *
     * @param looked is told after how many cycles the host was looked at
     */
    void run(int count, IntConsumer looked) {
        look(0);
        for (int number = 1; number <= count; number++) {
            long began = System.nanoTime();
            mode.run(host, number);
            times.record(System.nanoTime() - began);
            if (number == count || isPoint(number)) {
                look(number);
                looked.accept(number);
            }
        }
    }

    private void look(int number) {
        host.settle(mode.installed(host, number));
        footprints.put(number, host.footprint());
    }

    private static boolean isPoint(int number) {
        int power = 10;
        while (power < number) {
            power *= 10;
        }
        return power == number;
    }

    /** Returns how many loaders there were after so many cycles beyond those of installed revisions. */
    int left(int number, Footprint footprint) {
        return Math.max(0, footprint.loaders() - mode.installed(host, number));
    }

    String title() {
        return host.title();
    }

    CycleMode mode() {
        return mode;
    }

    /** Returns what the host took, by the number of cycles that it had done. */
    SortedMap<Integer, Footprint> footprints() {
        return new TreeMap<>(Map.copyOf(footprints));
    }

    /** Returns the times of the cycles. */
    Distribution times() {
        return times.distribution();
    }
}
