package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of a base is bounded although the process has it open. */
class BaseOutputTests {

    @TempDir
    private Path folder;

    @Test
    void lookWhenFileIsTooLargeKeepsACopyAndEmptiesIt() throws IOException {
        // Given
        Path log = folder.resolve("base.log");
        try (OutputStream output = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            output.write("too long a line".getBytes(StandardCharsets.UTF_8));
            // When
            new BaseOutput(log, 10, 2).look();
            output.write("next".getBytes(StandardCharsets.UTF_8));
        }
        // Then
        assertThat(log).hasContent("next");
        assertThat(folder.resolve("base.log.1")).hasContent("too long a line");
    }

    @Test
    void lookWhenFileIsSmallOrMissingLeavesItAlone() throws IOException {
        // Given
        Path log = folder.resolve("base.log");
        BaseOutput output = new BaseOutput(log, 10, 2);
        // When
        output.look();
        Files.writeString(log, "short");
        new BaseOutput(log, 10, 2).look();
        // Then
        assertThat(log).hasContent("short");
        assertThat(folder.resolve("base.log.1")).doesNotExist();
    }
}
