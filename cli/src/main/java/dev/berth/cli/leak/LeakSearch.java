package dev.berth.cli.leak;

import dev.berth.cli.error.CliException;
import dev.berth.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shark.CloseableHeapGraph;
import shark.HeapAnalysis;
import shark.HeapAnalysisFailure;
import shark.HeapAnalysisSuccess;
import shark.HeapAnalyzer;
import shark.HeapField;
import shark.HeapObject;
import shark.HeapObject.HeapInstance;
import shark.IgnoredReferenceMatcher;
import shark.LeakTrace;
import shark.MetadataExtractor;
import shark.ObjectReporter;
import shark.OnAnalysisProgressListener;
import shark.ReferenceMatcher;
import shark.ReferencePattern.InstanceFieldPattern;

/** Searches a heap dump for the shortest ways from GC roots to what belongs to closed revisions. */
public final class LeakSearch {

    /** What marks an object of a path as the biz's, and as of which revision. */
    static final String OWNED = "revision ";

    /** For each revision. */
    private static final int SHOWN = 5;

    private static final List<String> NOT_HOLDING = List.of(
            "java.lang.ref.WeakReference",
            "java.lang.ref.PhantomReference",
            "java.lang.ref.FinalReference",
            "java.lang.ref.Finalizer");
    private static final String SOFT = "java.lang.ref.SoftReference";

    private LeakSearch() {}

    /**
     * Searches a dump.
     *
     * @param dump a file in the format HPROF
     * @param revisions the ids of the revisions
     * @return the ways, for each revision the shortest few; soft references count for those that have no others
     * @throws CliException when the file can't be read
     */
    public static List<LeakPath> find(Path dump, Set<String> revisions) {
        try (CloseableHeapGraph graph = DumpGraph.open(dump)) {
            OwnedObjects owned = new OwnedObjects(graph, revisions);
            List<LeakPath> all =
                    new ArrayList<>(find(dump, graph, owned, Stream.concat(NOT_HOLDING.stream(), Stream.of(SOFT))));
            Set<String> strong = all.stream().map(LeakPath::revision).collect(Collectors.toSet());
            if (!strong.containsAll(owned.revisions())) {
                find(dump, graph, owned, NOT_HOLDING.stream()).stream()
                        .filter(path -> !strong.contains(path.revision()))
                        .forEach(all::add);
            }
            return all;
        } catch (IOException | IllegalArgumentException e) {
            // Now and then a dump has a reference to an object that is not in it
            throw unreadable(e);
        }
    }

    private static CliException unreadable(Throwable cause) {
        return new CliException(
                ExitCode.BUG,
                "The heap dump can't be read",
                "Ask again, for another one; keep it with --keep to look into it with another program.",
                cause);
    }

    private static List<LeakPath> find(
            Path dump, CloseableHeapGraph graph, OwnedObjects owned, Stream<String> notHolding) {
        List<ReferenceMatcher> ignored = notHolding
                .<ReferenceMatcher>map(type -> new IgnoredReferenceMatcher(new InstanceFieldPattern(type, "referent")))
                .toList();
        HeapAnalysis analysis = new HeapAnalyzer(OnAnalysisProgressListener.Companion.getNO_OP())
                .analyze(
                        dump.toFile(),
                        graph,
                        heap -> owned.ids(heap),
                        ignored,
                        false,
                        List.of(reporter -> describe(reporter, owned)),
                        MetadataExtractor.Companion.getNO_OP());
        if (analysis instanceof HeapAnalysisSuccess success) {
            return paths(success);
        }
        throw unreadable(((HeapAnalysisFailure) analysis).getException());
    }

    /** The same reference can hold thousands of objects; one of them tells as much. */
    private static List<LeakPath> paths(HeapAnalysisSuccess analysis) {
        List<LeakTrace> traces = new ArrayList<>();
        analysis.getAllLeaks().iterator().forEachRemaining(leak -> traces.addAll(leak.getLeakTraces()));
        traces.sort(Comparator.comparingInt(trace -> trace.getReferencePath().size()));
        Map<String, LeakPath> byCulprit = new LinkedHashMap<>();
        traces.stream()
                .map(PathReader::read)
                .forEach(path -> byCulprit.putIfAbsent(path.revision() + path.culprit(), path));
        Map<String, Integer> shown = new HashMap<>();
        return byCulprit.values().stream()
                .filter(path -> shown.merge(path.revision(), 1, Integer::sum) <= SHOWN)
                .toList();
    }

    private static void describe(ObjectReporter reporter, OwnedObjects owned) {
        HeapObject object = reporter.getHeapObject();
        owned.owner(object).ifPresent(revision -> reporter.getLabels().add(OWNED + revision));
        if (object instanceof HeapInstance instance && instance.instanceOf("java.lang.Thread")) {
            HeapField name = instance.get("java.lang.Thread", "name");
            String text = name == null ? null : name.getValue().readAsJavaString();
            reporter.getLabels().add("'" + (text == null ? "without a name" : text) + "'");
        }
    }
}
