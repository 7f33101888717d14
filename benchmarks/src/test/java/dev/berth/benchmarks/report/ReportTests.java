package dev.berth.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.benchmarks.measure.Promise;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTests {

    private static final Machine MACHINE = new Machine("a processor", 2, 24, "a system");

    private final Report report =
            new Report("replace", MACHINE, Clock.fixed(Instant.parse("2026-11-21T08:00:00.5Z"), ZoneOffset.UTC));

    @Test
    void linesTellWhenAndWhere() {
        assertThat(report.lines())
                .startsWith(
                        "replace",
                        "from 2026-11-21T08:00:00Z to 2026-11-21T08:00:00Z, 2 cores of a processor, 24 GiB, a system")
                .element(2)
                .asString()
                .startsWith("load before ");
    }

    @Test
    void linesHaveNotesAndTablesInTheirOrder() {
        // Given
        report.table("times", new Table(List.of("", "berth")).row(List.of("median", "1")));
        report.note("a note");
        // When / Then
        assertThat(report.lines())
                .containsSubsequence("times", "           berth", "  --------------", "  median       1", "a note");
    }

    @Test
    void keptWhenOnePromiseIsBrokenIsFalse() {
        // Given
        report.promise(Promise.none("lost", 0));
        boolean before = report.kept();
        // When
        report.promise(Promise.none("stale", 2));
        // Then
        assertThat(before).isTrue();
        assertThat(report.kept()).isFalse();
        assertThat(report.lines()).endsWith("kept    lost: 0", "BROKEN  stale: 2");
    }
}
