package dev.berth.test;

import dev.berth.test.Uninstalled.Loader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words that class loaders are still there, so that who reads it knows what to do next. */
final class LeakReport {

    private LeakReport() {}

    /**
     * Writes it.
     *
     * @param loaders those that are still there
     * @param closed the options that this JVM lacks, for a base to see all and to clean all
     * @param folder where a heap dump goes, if nothing is seen of what holds one of them
     */
    static String of(List<Loader> loaders, List<String> closed, Path folder) {
        StringBuilder report = new StringBuilder("After the uninstall class loaders are still there:\n");
        report.append(loaders.stream().map(Loader::describe).collect(Collectors.joining("\n")));
        if (!closed.isEmpty()) {
            report.append(
                    "\nThe JVM of the test hides from the base what it would clean and see. Start it with the options"
                            + " (argLine of Surefire and Failsafe, jvmArgs of Gradle)\n  ");
            report.append(String.join(" ", closed));
        }
        loaders.stream().filter(Loader::inexplicable).findFirst().ifPresent(loader -> report.append('\n')
                .append(dumped(loader, folder)));
        return report.toString();
    }

    private static String dumped(Loader loader, Path folder) {
        return HeapDump.write(folder.resolve(loader.revision().replaceAll("[^\\w.-]+", "-") + ".hprof"))
                .map(file -> "What is on the heap is in " + file + ": open it with Eclipse MAT or VisualVM, find the"
                        + " RevisionClassLoader '" + loader.revision() + "', and ask for its path to the GC roots. In a"
                        + " base of its own process, berth why NAME --leak prints that path.")
                .orElse("No heap dump could be written to " + folder);
    }
}
