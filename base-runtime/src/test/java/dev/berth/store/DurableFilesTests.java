package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTests {

    @TempDir
    private Path folder;

    @Test
    void writeWhenThreadIsInterruptedWritesAndStaysInterrupted() {
        // Given
        Path file = folder.resolve("record.json");
        Thread.currentThread().interrupt();
        // When
        DurableFiles.write(file, "content".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("content");
    }
}
