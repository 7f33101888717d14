package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
