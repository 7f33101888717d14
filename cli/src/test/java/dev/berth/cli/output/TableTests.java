package dev.berth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void linesWhenPlainAlignsTextLeftAndNumbersRight() {
        // Given
        Table table = Table.of("NAME", "SHARED", "STATE").withNumbers("SHARED");
        table.row("catalog", "41", "ACTIVE").row("x", "3", "-");

        // When / Then
        assertThat(table.lines(false))
                .containsExactly("NAME     SHARED  STATE", "catalog      41  ACTIVE", "x             3  -");
    }

    @Test
    void linesWhenColouredAlignsByWhatIsSeen() {
        // Given
        Table table = Table.of("STATE", "NEXT");
        table.row("ACTIVE", "a").row("FAILED", "b");

        // When / Then
        assertThat(table.lines(true))
                .containsExactly(
                        "\u001b[1mSTATE   NEXT\u001b[0m",
                        "\u001b[32mACTIVE\u001b[0m  a",
                        "\u001b[1;31mFAILED\u001b[0m  b");
    }

    @Test
    void rowWhenCellHasControlCharactersPrintsBlanks() {
        // Given
        Table table = Table.of("REASON");
        table.row("two\nlines \u001b[2J");

        // When / Then
        assertThat(table.lines(false)).containsExactly("REASON", "two lines  [2J");
    }

    @Test
    void rowWhenCellsAreMissingRefuses() {
        // Given
        Table table = Table.of("A", "B");

        // When / Then
        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }
}
