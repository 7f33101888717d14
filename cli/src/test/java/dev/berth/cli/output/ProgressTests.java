package dev.berth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void barWhenThereIsNoTerminalIsSilent() {
        // Given
        try (Progress progress = progress(Terminal.NONE)) {
            // When
            progress.bar("upload", 1, 2);
            progress.show("begun");
        }

        // Then
        assertThat(err.size()).isZero();
    }

    @Test
    void barWhenOnTerminalShowsTheShareAndClearsAtTheEnd() {
        // Given
        try (Progress progress = progress(new Terminal(false, true, false, 100))) {
            // When
            progress.bar("upload", 500, 1000);
        }

        // Then
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[Kupload [" + "#".repeat(15) + "-".repeat(15) + "] 500 B of 1.0 KB\r\u001b[K");
    }

    @Test
    void barWhenCalledOftenShowsTheFirstAndTheLast() {
        // Given
        try (Progress progress = progress(new Terminal(false, true, false, 100))) {
            // When
            for (int done = 1; done <= 100; done++) {
                progress.bar("upload", done, 100);
            }
        }

        // Then
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("1 B of 100 B")
                .contains("100 B of 100 B")
                .doesNotContain("] 2 B of 100 B");
    }

    @Test
    void showWhenTextIsWiderThanTheTerminalCutsIt() {
        // Given
        Progress progress = progress(new Terminal(false, true, false, 10));

        // When
        progress.show("0123456789abcdef");

        // Then
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[K012345678");
    }

    private Progress progress(Terminal terminal) {
        return new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
    }
}
