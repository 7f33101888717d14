package dev.berth.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine that a run was made on.
 *
 * @param processor what the processor calls itself
 * @param cores how many of it this JVM may use
 * @param memoryGib its memory in GiB
 * @param system the operating system
 */
public record Machine(String processor, int cores, long memoryGib, String system) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final long GIB = 1L << 30;

    /** Looks at this machine. */
    public static Machine here() {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                Math.round((double) operatingSystem().getTotalMemorySize() / GIB),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /** Returns the processes that wanted a core in the last minute, as the system tells it; negative if it doesn't. */
    public static double loadAverage() {
        return operatingSystem().getSystemLoadAverage();
    }

    /** Writes it in one line. */
    public String line() {
        return String.format(Locale.ROOT, "%d cores of %s, %d GiB, %s", cores, processor, memoryGib, system);
    }

    private static OperatingSystemMXBean operatingSystem() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException notLinux) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }
}
