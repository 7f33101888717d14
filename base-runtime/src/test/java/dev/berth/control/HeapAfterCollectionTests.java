package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which collections count, and how much may be left. */
class HeapAfterCollectionTests {

    private static final String MAJOR = "end of major GC";

    private final HeapAfterCollection heap = new HeapAfterCollection(Set.of("Eden", "Old"), 100, Map.of("Old", 60L));

    @ParameterizedTest
    @CsvSource({
        "G1 Young Generation, end of minor GC, true",
        "G1 Old Generation, end of major GC, true",
        "G1 Concurrent GC, end of concurrent GC pause, false",
        "Copy, end of minor GC, false",
        "MarkSweepCompact, end of major GC, true",
        "PS Scavenge, end of minor GC, false",
        "PS MarkSweep, end of major GC, true",
        "ZGC Cycles, end of GC cycle, true",
        "ZGC Pauses, end of GC pause, false",
        "ZGC Minor Cycles, end of GC cycle, false",
        "ZGC Major Cycles, end of GC cycle, true",
        "Shenandoah Cycles, end of GC cycle, true",
        "Shenandoah Pauses, end of GC pause, false"
    })
    void isShortAfterCollectionsThatLeaveLittleGarbage(String collector, String action, boolean counts) {
        // Given
        Map<String, MemoryUsage> full = Map.of("Eden", used(50), "Old", used(60));
        // When
        boolean isShort = heap.isShort(collector, action, full);
        // Then
        assertThat(isShort).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"40, 60, false", "41, 60, true", "0, 61, true", "101, 0, true", "0, 0, false"})
    void isShortWhenAllPoolsOrOneHaveTooMuchInUse(long eden, long old, boolean expected) {
        // Given
        Map<String, MemoryUsage> after = Map.of("Eden", used(eden), "Old", used(old), "Metaspace", used(1_000));
        // When
        boolean isShort = heap.isShort("MarkSweepCompact", MAJOR, after);
        // Then
        assertThat(isShort).isEqualTo(expected);
    }

    @Test
    void isShortCountsAPoolThatIsNotToldAsEmpty() {
        // Given
        Map<String, MemoryUsage> after = Map.of("Old", used(60));
        // When
        boolean isShort = heap.isShort("MarkSweepCompact", MAJOR, after);
        // Then
        assertThat(isShort).isFalse();
    }

    private static MemoryUsage used(long bytes) {
        return new MemoryUsage(0, bytes, bytes, -1);
    }
}
