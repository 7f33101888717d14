package dev.berth.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedWriteTests {

    @TempDir
    private Path folder;

    @Test
    void onceReplacesOneFileAndTellsHowLongThatTook() {
        // Given
        ForcedWrite write = new ForcedWrite(folder);
        // When
        long first = write.once();
        long second = write.once();
        // Then
        assertThat(first).isPositive();
        assertThat(second).isPositive();
        assertThat(folder).isDirectoryContaining("glob:**/forced");
        assertThat(folder).isDirectoryNotContaining("glob:**/*.tmp");
    }
}
