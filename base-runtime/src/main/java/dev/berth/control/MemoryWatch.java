package dev.berth.control;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Set;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when memory gets short: more of a heap pool than allowed is in use after a collection, or of a bounded metaspace
 * at any time.
 *
 * <p>It uses the JVM's own thresholds; one that somebody else has set already stays as it is and tells too. Called on a
 * thread of the JVM, so that what is told must return at once.
 */
public final class MemoryWatch implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(MemoryWatch.class);
    private static final Set<String> SHORT = Set.of(
            MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED,
            MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED);

    private final NotificationEmitter emitter = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    private final NotificationListener listener;

    private MemoryWatch(Runnable whenShort) {
        this.listener = (notification, handback) -> {
            if (SHORT.contains(notification.getType())) {
                whenShort.run();
            }
        };
    }

    /**
     * Begins to watch.
     *
     * @param threshold which part of a pool may be in use, greater than 0 and at most 1
     * @param whenShort what is told, each time a threshold is crossed
     */
    public static MemoryWatch start(double threshold, Runnable whenShort) {
        MemoryWatch watch = new MemoryWatch(whenShort);
        watch.emitter.addNotificationListener(watch.listener, null, null);
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.forEach(pool -> setThreshold(pool, threshold));
        return watch;
    }

    private static void setThreshold(MemoryPoolMXBean pool, double threshold) {
        long max = pool.getUsage().getMax();
        // Pools without a bound have no part of it, and a young generation is full most of the time
        if (max <= 0 || !pool.isUsageThresholdSupported()) {
            return;
        }
        long bytes = (long) (max * threshold);
        if (pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported()) {
            if (pool.getCollectionUsageThreshold() == 0) {
                pool.setCollectionUsageThreshold(bytes);
            }
        } else if (pool.getName().equals("Metaspace") && pool.getUsageThreshold() == 0) {
            pool.setUsageThreshold(bytes);
        }
    }

    @Override
    public void close() {
        try {
            emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException gone) {
            logger.debug("The memory is watched no more", gone);
        }
    }
}
