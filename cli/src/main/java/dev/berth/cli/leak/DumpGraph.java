package dev.berth.cli.leak;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import shark.CloseableHeapGraph;
import shark.HeapObject.HeapClass;
import shark.HprofHeapGraph;
import shark.HprofIndex;

/**
 * A heap dump, where each class is found by its name.
 *
 * <p>The base's guard changes classes of the JDK. Until the JVM forgets what they were before, HotSpot's dump names such a
 * class twice, and only one of the two is in it; the library takes the first.
 */
final class DumpGraph {

    private static final String BY_NAME = "findClassByName";

    private DumpGraph() {}

    static CloseableHeapGraph open(Path dump) {
        CloseableHeapGraph graph = HprofHeapGraph.Companion.openHeapGraph(
                dump.toFile(), null, HprofIndex.Companion.defaultIndexedGcRootTags());
        return (CloseableHeapGraph) Proxy.newProxyInstance(
                DumpGraph.class.getClassLoader(),
                new Class<?>[] {CloseableHeapGraph.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(graph, arguments);
                    } catch (InvocationTargetException failure) {
                        if (method.getName().equals(BY_NAME)
                                && failure.getCause() instanceof IllegalArgumentException) {
                            return inTheDump(graph, (String) arguments[0]);
                        }
                        throw failure.getCause();
                    }
                });
    }

    /** Returns the class of that name which the dump has, as the library does: null when it has none. */
    private static @Nullable HeapClass inTheDump(CloseableHeapGraph graph, String name) {
        for (var classes = graph.getClasses().iterator(); classes.hasNext(); ) {
            HeapClass next = classes.next();
            if (next.getName().equals(name)) {
                return next;
            }
        }
        return null;
    }
}
