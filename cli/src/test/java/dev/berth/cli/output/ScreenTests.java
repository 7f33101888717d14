package dev.berth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ScreenTests {

    @Test
    void lostWhenTheDiskOfTheOutputIsFullTells() {
        // Given
        Screen screen = screen(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        // When
        screen.line("a result");

        // Then
        assertThat(screen.lost()).isTrue();
    }

    @Test
    void lostWhenAllIsWrittenIsFalse() {
        // Given
        Screen screen = screen(new ByteArrayOutputStream());

        // When
        screen.line("a result");

        // Then
        assertThat(screen.lost()).isFalse();
    }

    private static Screen screen(OutputStream out) {
        return new Screen(new PrintStream(out), new PrintStream(new ByteArrayOutputStream()), Terminal.NONE);
    }
}
