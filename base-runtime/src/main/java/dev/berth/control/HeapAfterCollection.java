package dev.berth.control;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whether a collection has left too much of the heap in use.
 *
 * @param pools the names of the heap's pools
 * @param most the bytes that all of them may have in use together
 * @param mostOfOne the bytes that a pool may have in use by itself, where it has a bound of its own: with a serial or
 *     parallel collector the old generation is full before the heap is
 */
record HeapAfterCollection(Set<String> pools, long most, Map<String, Long> mostOfOne) {

    /** The one collector whose partial collections count: it begins to look for garbage long before the heap is full. */
    private static final String G1_YOUNG = "G1 Young Generation";

    private static final String ZGC_YOUNG = "ZGC Minor Cycles";

    HeapAfterCollection {
        pools = Set.copyOf(pools);
        mostOfOne = Map.copyOf(mostOfOne);
    }

    /** Looks at the pools of this JVM, of whose memory such a part may be in use. */
    static HeapAfterCollection ofThisJvm(double threshold) {
        Set<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .collect(Collectors.toSet());
        Map<String, Long> mostOfOne = new HashMap<>();
        for (MemoryPoolMXBean pool : heap) {
            long max = pool.getUsage().getMax();
            // A young generation, which has no such threshold, may be full at any time
            if (pool.isUsageThresholdSupported() && max > 0) {
                mostOfOne.put(pool.getName(), (long) (max * threshold));
            }
        }
        long max = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
        Set<String> names = heap.stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
        return new HeapAfterCollection(names, (long) (max * threshold), mostOfOne);
    }

    /**
     * Says whether memory is short after a collection.
     *
     * @param collector the name of the collector's bean
     * @param action what has ended, in the JVM's words
     * @param after what each pool has in use since
     */
    boolean isShort(String collector, String action, Map<String, MemoryUsage> after) {
        if (!leavesLittleGarbage(collector, action)) {
            return false;
        }
        long used = 0;
        for (String pool : pools) {
            MemoryUsage usage = after.get(pool);
            long bytes = usage == null ? 0 : usage.getUsed();
            if (bytes > mostOfOne.getOrDefault(pool, Long.MAX_VALUE)) {
                return true;
            }
            used += bytes;
        }
        return used > most;
    }

    /** Others leave an old generation that is full of garbage, with nothing wrong. */
    private static boolean leavesLittleGarbage(String collector, String action) {
        return collector.equals(G1_YOUNG)
                || action.equals("end of major GC")
                || (action.equals("end of GC cycle") && !collector.equals(ZGC_YOUNG));
    }
}
