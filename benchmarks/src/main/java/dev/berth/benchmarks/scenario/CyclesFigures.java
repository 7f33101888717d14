package dev.berth.benchmarks.scenario;

import dev.berth.benchmarks.host.Footprint;
import dev.berth.benchmarks.host.SoftReferences;
import dev.berth.benchmarks.measure.Promise;
import dev.berth.benchmarks.report.Figures;
import dev.berth.benchmarks.report.Report;
import dev.berth.benchmarks.report.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What a run of cycles says of one mode under one kind of flags: a table of all hosts, and the promises. */
final class CyclesFigures {

    private static final double MIB = 1 << 20;

    /** With default flags the JVM may keep so many loaders by soft references for some minutes. */
    private static final int LEFT_BY_SOFT_REFERENCES = 3;

    private final CycleMode mode;
    private final SoftReferences references;
    private final Table table = new Table(List.of(
            "host",
            "cycles",
            "loaders left",
            "threads",
            "files",
            "temporary files",
            "classes",
            "heap, MB",
            "metaspace, MB",
            "ms a cycle"));

    CyclesFigures(CycleMode mode, SoftReferences references) {
        this.mode = mode;
        this.references = references;
    }

    /** Adds the rows of a host. */
    void add(Cycles cycles) {
        cycles.footprints()
                .forEach((number, footprint) -> table.row(List.of(
                        cycles.title(),
                        Figures.count(number),
                        Figures.count(cycles.left(number, footprint)),
                        Figures.count(footprint.threads()),
                        Figures.count(footprint.files()),
                        Figures.count(footprint.temporary()),
                        Figures.count(footprint.classes()),
                        Figures.millis(footprint.heap() / MIB),
                        Figures.millis(footprint.metaspace() / MIB),
                        number.equals(cycles.footprints().lastKey())
                                ? Figures.millis(cycles.times().median())
                                : "")));
    }

    /** Adds the table. */
    void addTo(Report report) {
        report.table(mode.title() + "; " + references.title(), table);
    }

    /** Adds what is promised of our hosts: loaders at each point, all else between the first point and the last. */
    void promise(Cycles cycles, Report report) {
        String title = cycles.title() + ", " + mode.title() + ", " + references.title() + ": ";
        SortedMap<Integer, Footprint> points = cycles.footprints();
        int allowed = references == SoftReferences.CLEARED ? 0 : LEFT_BY_SOFT_REFERENCES;
        points.forEach((number, footprint) -> report.promise(Promise.atMost(
                title + "loaders left after " + number + " cycles", cycles.left(number, footprint), allowed, "")));
        grown(cycles, points.tailMap(1)).ifPresent(growth -> Stream.of(Tolerance.values())
                .map(tolerance ->
                        tolerance.promise(title + growth.words(), growth.first(), growth.last(), growth.lingering()))
                .forEach(report::promise));
    }

    /** From the first look after a cycle to the last; none if there is but one. */
    private static Optional<Growth> grown(Cycles cycles, SortedMap<Integer, Footprint> points) {
        List<Map.Entry<Integer, Footprint>> entries = List.copyOf(points.entrySet());
        if (entries.size() < 2) {
            return Optional.empty();
        }
        Map.Entry<Integer, Footprint> first = entries.get(0);
        Map.Entry<Integer, Footprint> last = entries.get(entries.size() - 1);
        String words = "from " + first.getKey() + " to " + last.getKey() + " cycles, more ";
        int lingering = cycles.left(last.getKey(), last.getValue()) - cycles.left(first.getKey(), first.getValue());
        return Optional.of(new Growth(words, first.getValue(), last.getValue(), Math.max(0, lingering)));
    }

    private record Growth(String words, Footprint first, Footprint last, int lingering) {}
}
