package dev.berth.benchmarks.report;

import dev.berth.benchmarks.measure.Promise;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run has to say: where and when, notes, tables, promises. Start it before the run, since it notes the load that the
 * machine had by then. Not safe for threads.
 */
public final class Report {

    private final String title;
    private final Machine machine;
    private final Clock clock;
    private final String started;
    private final double loadBefore;
    private final List<String> lines = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    /** Starts a report of this machine. */
    public Report(String title, Machine machine, Clock clock) {
        this.title = title;
        this.machine = machine;
        this.clock = clock;
        this.started = now();
        this.loadBefore = Machine.loadAverage();
    }

    /** Adds a line of text. */
    public void note(String text) {
        lines.add(text);
    }

    /** Adds a table below its own heading. */
    public void table(String heading, Table table) {
        lines.add("");
        lines.add(heading);
        table.lines().forEach(line -> lines.add("  " + line));
    }

    /** Adds a promise. */
    public void promise(Promise promise) {
        promises.add(promise);
    }

    /** Returns whether nothing promised was broken. */
    public boolean kept() {
        return promises.stream().allMatch(Promise::kept);
    }

    /** Returns all of it; the run has ended. */
    public List<String> lines() {
        List<String> all = new ArrayList<>();
        all.add(title);
        all.add("from " + started + " to " + now() + ", " + machine.line());
        all.add(String.format(Locale.ROOT, "load before %.1f, after %.1f", loadBefore, Machine.loadAverage()));
        if (loadBefore > machine.cores()) {
            all.add("THE MACHINE WAS BUSY WITH OTHER THINGS: the times below say little, the counts hold");
        }
        all.addAll(lines);
        all.add("");
        promises.forEach(promise -> all.add((promise.kept() ? "kept    " : "BROKEN  ") + promise.text()));
        return all;
    }

    private String now() {
        return DateTimeFormatter.ISO_INSTANT.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
