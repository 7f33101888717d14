package dev.berth.benchmarks.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at a JVM from outside, with the JDK's {@code jcmd} and the system's {@code /proc}: nothing of what the host says of
 * itself is in it.
 *
 * @param jdk the JDK that the JVM runs on
 * @param pid the JVM
 */
record Inspection(Jdk jdk, long pid) {

    /** A line of the class histogram: number, instances, bytes, class and module. */
    static final Pattern LOADERS =
            Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +\\S*(?:RevisionClassLoader|BizClassLoader)(?: .*)?$");

    /**
     * A thread of the pools that a base has for operations. How many there are depends on what ran in the last minute; they
     * would hide one that a biz leaves behind.
     */
    static final Pattern POOLED = Pattern.compile("(?m)^\"berth-(?:install|change)-\\d+\" #");

    private static final Pattern HEAP = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern METASPACE = Pattern.compile("sun\\.gc\\.metaspace\\.used=(\\d+)");
    private static final Pattern LOADED = Pattern.compile("java\\.cls\\.(?:l|sharedL)oadedClasses=(\\d+)");
    private static final Pattern UNLOADED = Pattern.compile("java\\.cls\\.(?:u|sharedU)nloadedClasses=(\\d+)");
    private static final Pattern THREADS = Pattern.compile("java\\.threads\\.live=(\\d+)");

    /**
     * Collects garbage, twice, so that what a finalizer or cleaner held is gone too, and looks.
     *
     * @param temporary the folders in which the host has its temporary files
     */
    Footprint footprint(List<Path> temporary) {
        jcmd("GC.run");
        jcmd("GC.run_finalization");
        String histogram = jcmd("GC.class_histogram");
        // The JVM brings the counter of the metaspace up to date with each collection
        String counters = jcmd("PerfCounter.print");
        return new Footprint(
                Math.toIntExact(sum(LOADERS, histogram)),
                Math.toIntExact(one(THREADS, counters) - count(POOLED, jcmd("Thread.print"))),
                entries(Path.of("/proc", String.valueOf(pid), "fd")),
                temporary.stream().mapToInt(Inspection::tree).sum(),
                Math.toIntExact(sum(LOADED, counters) - sum(UNLOADED, counters)),
                one(HEAP, histogram),
                one(METASPACE, counters));
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(jdk.jcmd().toString(), String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new HostException("jcmd " + command + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new HostException("jcmd does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostException("Interrupted", e);
        }
    }

    /** Adds up the first group of all matches; no match is a zero. */
    static long sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Counts the matches. */
    static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static long one(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .map(found -> sum(pattern, found))
                .orElseThrow(() -> new HostException("jcmd does not tell '" + pattern + "'"));
    }

    private static int entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        } catch (IOException e) {
            throw new HostException("'" + folder + "' is not readable", e);
        }
    }

    private static int tree(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            return (int) entries.count() - 1;
        } catch (IOException | UncheckedIOException e) {
            throw new HostException("'" + folder + "' changes while it is looked at", e);
        }
    }
}
