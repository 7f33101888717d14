package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTests {

    @TempDir
    Path folder;

    @Test
    void acquireWhenHomeIsMissingMakesIt() {
        // Given
        Path home = folder.resolve("a/home");
        // When
        try (HomeLock lock = HomeLock.acquire(home)) {
            // Then
            assertThat(lock).isNotNull();
            assertThat(home).isDirectory();
        }
    }

    @Test
    void acquireWhenThisProcessHasItRefuses() {
        // Given
        try (HomeLock held = HomeLock.acquire(folder)) {
            assertThat(held).isNotNull();
            // When / Then
            assertThatExceptionOfType(BerthException.class)
                    .isThrownBy(() -> HomeLock.acquire(folder))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.HOME_IN_USE))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(folder.toString()));
        }
    }

    @Test
    void acquireAfterCloseSucceeds() {
        // Given
        HomeLock.acquire(folder).close();
        // When
        try (HomeLock again = HomeLock.acquire(folder)) {
            // Then
            assertThat(again).isNotNull();
        }
    }

    @Test
    void closeTwiceIsHarmless() {
        // Given
        HomeLock lock = HomeLock.acquire(folder);
        lock.close();
        // When
        lock.close();
        // Then
        assertThat(folder.resolve(".lock")).exists();
    }

    @Test
    void acquireWhenOnlyTheFileIsLeftSucceeds() throws Exception {
        // Given
        Files.writeString(folder.resolve(".lock"), "left by a killed process");
        // When
        try (HomeLock lock = HomeLock.acquire(folder)) {
            // Then
            assertThat(lock).isNotNull();
        }
    }
}
