package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JVM's own thresholds tell, after a real collection. */
class MemoryWatchTests {

    private final AtomicInteger told = new AtomicInteger();

    @BeforeEach
    @AfterEach
    void clearThresholds() {
        heapPools().forEach(pool -> pool.setCollectionUsageThreshold(0));
    }

    @Test
    void startWhenHardlyAnythingMayBeUsedTellsAfterACollection() {
        // Given
        try (MemoryWatch watch = MemoryWatch.start(0.000_001, told::incrementAndGet)) {
            // When / Then
            assertThat(Eventually.holds(() -> {
                        System.gc();
                        return told.get() > 0;
                    }))
                    .isTrue();
        }
    }

    @Test
    void closeEndsTheTelling() {
        // Given
        MemoryWatch.start(0.000_001, told::incrementAndGet).close();
        // When
        System.gc();
        // Then
        assertThat(told).hasValue(0);
    }

    @Test
    void startLeavesAThresholdOfSomebodyElseAsItIs() {
        // Given
        MemoryPoolMXBean pool = heapPools().get(0);
        pool.setCollectionUsageThreshold(12_345);
        // When
        try (MemoryWatch watch = MemoryWatch.start(0.5, told::incrementAndGet)) {
            // Then
            assertThat(pool.getCollectionUsageThreshold()).isEqualTo(12_345);
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .toList();
    }
}
