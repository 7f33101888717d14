package dev.berth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTests {

    @Test
    void ofWhenLauncherSaidNothingIsNoTerminal() {
        // Given / When
        Terminal terminal = Terminal.of(Map.of(), Map.of("TERM", "xterm"));

        // Then
        assertThat(terminal.out()).isFalse();
        assertThat(terminal.err()).isFalse();
    }

    @Test
    void ofWhenLauncherFoundTerminalsBelievesIt() {
        // Given / When
        Terminal terminal = Terminal.of(
                Map.of("berth.terminal.out", "true", "berth.terminal.err", "false"), Map.of("COLUMNS", "132"));

        // Then
        assertThat(terminal.out()).isTrue();
        assertThat(terminal.err()).isFalse();
        assertThat(terminal.columns()).isEqualTo(132);
    }

    @ParameterizedTest
    @CsvSource({"xterm,'',true", "xterm,1,false", "dumb,'',false"})
    void ofWhenUserWishesNoColourObeys(String term, String noColour, boolean colour) {
        // Given / When
        Terminal terminal = Terminal.of(Map.of(), Map.of("TERM", term, "NO_COLOR", noColour));

        // Then
        assertThat(terminal.colour()).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"wide", "-3", "''"})
    void ofWhenColumnsAreNoNumberTakesTheUsual(String columns) {
        // Given / When / Then
        assertThat(Terminal.of(Map.of(), Map.of("COLUMNS", columns)).columns()).isEqualTo(80);
    }
}
