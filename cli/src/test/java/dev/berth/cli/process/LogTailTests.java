package dev.berth.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTests {

    @TempDir
    private Path directory;

    @Test
    void linesWhenLogHasEarlierRunsLeavesThemOut() throws Exception {
        // Given
        Path log = Files.writeString(directory.resolve("base.log"), "earlier\n");
        LogTail tail = LogTail.fromNow(log);

        // When
        Files.writeString(log, "now\n", StandardOpenOption.APPEND);

        // Then
        assertThat(tail.lines()).containsExactly("now");
    }

    @Test
    void linesWhenLogIsLongReadsItsEndOnly() throws Exception {
        // Given
        Path log = directory.resolve("base.log");
        LogTail tail = LogTail.fromNow(log);

        // When
        Files.writeString(log, "x".repeat(200_000) + "\nend\n");

        // Then
        assertThat(tail.lines()).last().isEqualTo("end");
        assertThat(String.join("", tail.lines())).hasSizeLessThan(70_000);
    }

    @Test
    void linesWhenLogWasCutMeanwhileReadsWhatIsThere() throws Exception {
        // Given
        Path log = Files.writeString(directory.resolve("base.log"), "earlier and longer\n");
        LogTail tail = LogTail.fromNow(log);

        // When
        Files.writeString(log, "new\n");

        // Then
        assertThat(tail.lines()).isEmpty();
    }

    @Test
    void linesWhenThereIsNoLogAreNone() {
        // Given / When / Then
        assertThat(LogTail.fromNow(directory.resolve("none")).lines()).isEmpty();
    }
}
