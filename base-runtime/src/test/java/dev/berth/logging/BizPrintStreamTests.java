package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Text of a biz becomes lines; everything else passes as it is. */
class BizPrintStreamTests {

    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();
    private boolean ofABiz = true;

    private final BizPrintStream stream =
            new BizPrintStream(new PrintStream(passed, true, StandardCharsets.UTF_8), new BizPrintStream.Sink() {

                @Override
                public boolean takes() {
                    return ofABiz;
                }

                @Override
                public void line(String line) {
                    lines.add(line);
                }
            });

    @Test
    void everyWayToPrintTextMakesLines() {
        // When
        stream.println("one");
        stream.print("tw");
        stream.print('o');
        stream.println();
        stream.printf("%d%n", 3);
        stream.format(Locale.ROOT, "%.1f\r\n", 4.0);
        stream.append("five").append('\n');
        stream.println(6);
        stream.println((Object) null);
        stream.print("seven\neight\nnine");
        stream.println(true);
        // Then
        assertThat(lines).containsExactly("one", "two", "3", "4.0", "five", "6", "null", "seven", "eight", "ninetrue");
        assertThat(passed.size()).isZero();
    }

    @Test
    void lineWithoutAnEndIsCutSomewhere() {
        // When
        for (int part = 0; part < 100; part++) {
            stream.print("x".repeat(1024));
        }
        // Then
        assertThat(lines).hasSize(1);
    }

    @Test
    void bytesPass() {
        // When
        stream.writeBytes("logged\n".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualTo("logged\n");
        assertThat(lines).isEmpty();
    }

    @Test
    void lineThatIsCutKeepsItsCharactersWhole() {
        // When
        stream.print("x".repeat(1 << 16));
        stream.print("\uD83D");
        stream.print("\uDE00");
        stream.println();
        // Then
        assertThat(lines).containsExactly("x".repeat(1 << 16), "\uD83D\uDE00");
    }

    @Test
    void bytesPassAsTheyAreHoweverTheyAreSplit() throws IOException {
        // Given
        byte[] text = "gr\u00FC\u00DFe \uD83D\uDE00\n".getBytes(StandardCharsets.UTF_8);
        byte[] noText = {(byte) 0xFF, 0, (byte) 0xC3, (byte) 0x80, (byte) 0x80, '\n', (byte) 0xF0};
        // When
        for (byte each : text) {
            stream.write(each);
        }
        stream.write(text, 0, 3);
        stream.print("of a biz");
        stream.write(text, 3, text.length - 3);
        stream.write(noText);
        stream.writeBytes(noText);
        stream.flush();
        stream.println();
        // Then
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(text);
        expected.writeBytes(text);
        expected.writeBytes(noText);
        expected.writeBytes(noText);
        assertThat(passed.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(lines).containsExactly("of a biz");
        assertThat(stream.checkError()).isFalse();
    }

    @Test
    void charactersOfTheBaseThatComeInPartsPassWhole() {
        // Given
        ofABiz = false;
        // When
        stream.print('\uD83D');
        stream.print('\uDE00');
        stream.append("\u00FC");
        // Then
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualTo("\uD83D\uDE00\u00FC");
    }

    @Test
    void textOfTheBasePasses() {
        // Given
        ofABiz = false;
        // When
        stream.print("of ");
        stream.println("the base");
        // Then
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("of the base");
        assertThat(lines).isEmpty();
    }

    @Test
    void everythingPassesOnceItIsTakenBack() {
        // When
        stream.pass();
        stream.print("late");
        // Then
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualTo("late");
    }
}
