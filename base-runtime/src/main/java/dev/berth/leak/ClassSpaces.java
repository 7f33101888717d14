package dev.berth.leak;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/**
 * How much of the memory for classes is in use and left.
 *
 * @param metaspaceUsed the metaspace in use, in bytes, the class space included
 * @param metaspaceLeft what is left of it, or the largest number when it has no limit
 * @param classSpaceUsed the compressed class space in use, in bytes
 * @param classSpaceLeft what is left of it, or the largest number when there is none
 */
record ClassSpaces(long metaspaceUsed, long metaspaceLeft, long classSpaceUsed, long classSpaceLeft) {

    /** Reads what the JVM says now. */
    static ClassSpaces now() {
        MemoryUsage metaspace = usage("Metaspace");
        MemoryUsage classSpace = usage("Compressed Class Space");
        return new ClassSpaces(metaspace.getUsed(), left(metaspace), classSpace.getUsed(), left(classSpace));
    }

    private static MemoryUsage usage(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getName().equals(pool))
                .findFirst()
                .map(MemoryPoolMXBean::getUsage)
                .orElseGet(() -> new MemoryUsage(-1, 0, 0, -1));
    }

    private static long left(MemoryUsage usage) {
        return usage.getMax() < 0 ? Long.MAX_VALUE : Math.max(0, usage.getMax() - usage.getUsed());
    }
}
