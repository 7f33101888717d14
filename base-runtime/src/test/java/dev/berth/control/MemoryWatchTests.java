package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Eventually;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The JVM tells, after a real collection. */
class MemoryWatchTests {

    private final AtomicInteger told = new AtomicInteger();

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
    void startWhenAllMayBeUsedTellsNothing() {
        // Given
        AtomicInteger otherTold = new AtomicInteger();
        try (MemoryWatch watch = MemoryWatch.start(1, told::incrementAndGet);
                MemoryWatch other = MemoryWatch.start(0.000_001, otherTold::incrementAndGet)) {
            // When
            boolean collected = Eventually.holds(() -> {
                System.gc();
                return otherTold.get() > 0;
            });
            // Then
            assertThat(collected).isTrue();
            assertThat(told).hasValue(0);
        }
    }

    @Test
    void closeEndsTheTelling() {
        // Given
        AtomicInteger otherTold = new AtomicInteger();
        MemoryWatch.start(0.000_001, told::incrementAndGet).close();
        try (MemoryWatch other = MemoryWatch.start(0.000_001, otherTold::incrementAndGet)) {
            // When
            boolean collected = Eventually.holds(() -> {
                System.gc();
                return otherTold.get() > 0;
            });
            // Then
            assertThat(collected).isTrue();
            assertThat(told).hasValue(0);
        }
    }

    @Test
    void startLeavesThresholdsOfTheHeapAsTheyAre() {
        // Given
        List<Long> before = heapThresholds();
        // When
        try (MemoryWatch watch = MemoryWatch.start(0.5, told::incrementAndGet)) {
            // Then
            assertThat(heapThresholds()).isEqualTo(before);
        }
    }

    private static List<Long> heapThresholds() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                .map(MemoryPoolMXBean::getCollectionUsageThreshold)
                .toList();
    }
}
