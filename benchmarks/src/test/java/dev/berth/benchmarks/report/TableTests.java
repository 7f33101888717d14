package dev.berth.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void linesAlignNamesLeftAndFiguresRight() {
        // Given
        Table table = new Table(List.of("", "berth", "peer")).row(List.of("median", "1.50", "220"));
        // When / Then
        assertThat(table.lines())
                .containsExactly(
                        "         berth   peer", //
                        "---------------------",
                        "median    1.50    220");
    }

    @Test
    void rowWhenOfOtherLengthIsRefused() {
        // Given
        Table table = new Table(List.of("", "berth"));
        // When / Then
        assertThatIllegalArgumentException().isThrownBy(() -> table.row(List.of("median")));
    }
}
