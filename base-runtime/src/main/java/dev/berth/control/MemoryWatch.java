package dev.berth.control;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when memory gets short: more of the heap than allowed is in use after a collection, or of a bounded metaspace at
 * any time.
 *
 * <p>The heap is looked at after each collection, not by the thresholds of its pools: G1 compares those with its old
 * generation after mixed and full collections only, and a heap that fills steadily meets the first full one when nothing
 * is left. For the metaspace it is a threshold of the JVM; one that somebody else has set already stays as it is and
 * tells too. Called on a thread of the JVM, so that what is told must return at once.
 */
public final class MemoryWatch implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(MemoryWatch.class);
    private static final String METASPACE = "Metaspace";

    private final List<NotificationEmitter> emitters = Stream.concat(
                    Stream.of(ManagementFactory.getMemoryMXBean()),
                    ManagementFactory.getGarbageCollectorMXBeans().stream())
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    private final NotificationListener listener;

    private MemoryWatch(HeapAfterCollection heap, Runnable whenShort) {
        this.listener = (notification, handback) -> {
            if (isShort(heap, notification)) {
                whenShort.run();
            }
        };
    }

    /**
     * Begins to watch.
     *
     * @param threshold which part of the heap or of the metaspace may be in use, greater than 0 and at most 1
     * @param whenShort what is told, after each collection that leaves more in use and each time that the metaspace
     *     crosses its threshold
     */
    public static MemoryWatch start(double threshold, Runnable whenShort) {
        MemoryWatch watch = new MemoryWatch(HeapAfterCollection.ofThisJvm(threshold), whenShort);
        watch.emitters.forEach(emitter -> emitter.addNotificationListener(watch.listener, null, null));
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.stream().filter(pool -> pool.getName().equals(METASPACE)).forEach(pool -> setThreshold(pool, threshold));
        return watch;
    }

    private static void setThreshold(MemoryPoolMXBean metaspace, double threshold) {
        long max = metaspace.getUsage().getMax();
        // One without a bound has no part of it
        if (max > 0 && metaspace.getUsageThreshold() == 0) {
            metaspace.setUsageThreshold((long) (max * threshold));
        }
    }

    private static boolean isShort(HeapAfterCollection heap, Notification notification) {
        return switch (notification.getType()) {
            case MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED,
                    MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED -> true;
            case GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION -> {
                var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
                yield heap.isShort(
                        info.getGcName(), info.getGcAction(), info.getGcInfo().getMemoryUsageAfterGc());
            }
            default -> false;
        };
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException gone) {
                logger.debug("The memory is watched no more", gone);
            }
        }
    }
}
