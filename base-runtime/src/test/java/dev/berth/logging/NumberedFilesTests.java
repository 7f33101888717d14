package dev.berth.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedFilesTests {

    @TempDir
    private Path folder;

    @Test
    void rolloverKeepsTheYoungestAndForgetsTheOldest() throws IOException {
        // Given
        Path log = folder.resolve("100% biz.log");
        NumberedFiles files = new NumberedFiles(log, 2);
        // When
        for (String content : new String[] {"first", "second", "third"}) {
            Files.writeString(log, content);
            files.rollover();
        }
        // Then
        assertThat(folder.resolve("100% biz.log.1")).hasContent("third");
        assertThat(folder.resolve("100% biz.log.2")).hasContent("second");
        assertThat(folder).isDirectoryNotContaining("glob:**.log").isDirectoryNotContaining("glob:**.3");
    }
}
