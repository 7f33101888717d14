package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void writeWhenAKillLeftATemporaryFileReplacesIt() throws Exception {
        // Given
        Path file = folder.resolve("record.json");
        Path left = Files.writeString(folder.resolve("record.json.tmp"), "more than the content, cut of");
        // When
        DurableFiles.write(file, "content".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(file).hasContent("content");
        assertThat(left).doesNotExist();
    }

    @Test
    void writeWhenItFailsLeavesTheOldContentAndNothingElse() throws Exception {
        // Given
        Path file = Files.createDirectory(folder.resolve("record.json"));
        Files.writeString(file.resolve("inside"), "old");
        // When
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> DurableFiles.write(file, "new".getBytes(StandardCharsets.UTF_8)));
        // Then
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        assertThat(file.resolve("inside")).hasContent("old");
    }

    @Test
    void forceWhenAFileIsGoneForcesTheOthers() throws Exception {
        // Given
        Path kept = Files.writeString(folder.resolve("kept.json"), "kept");
        // When
        DurableFiles.force(folder, List.of(folder.resolve("gone.json"), kept));
        // Then
        assertThat(folder.resolve("gone.json")).doesNotExist();
        assertThat(kept).hasContent("kept");
    }
}
