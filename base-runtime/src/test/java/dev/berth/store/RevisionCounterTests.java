package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionCounterTests {

    private static final long NOW = 1_800_000_000L;

    @TempDir
    Path home;

    @Test
    void nextBeginsAtOne() {
        // Given
        RevisionCounter counter = open();
        // When / Then
        assertThat(counter.next()).isEqualTo(1);
        assertThat(counter.next()).isEqualTo(2);
    }

    @Test
    void nextAfterReopeningGoesOn() {
        // Given
        open().next();
        // When / Then
        assertThat(open().next()).isEqualTo(2);
    }

    @Test
    void nextWhenKilledBeforeTheMoveGoesOn() throws IOException {
        // Given
        open().next();
        Files.writeString(home.resolve("revision-counter.tmp"), "");
        // When / Then
        assertThat(open().next()).isEqualTo(2);
    }

    @Test
    void nextWhenFileIsDamagedGoesOnBeyondEveryNumberUsed() throws IOException {
        // Given
        Files.writeString(home.resolve("revision-counter"), "");
        // When / Then
        assertThat(open().next()).isEqualTo(NOW + 1);
    }

    private RevisionCounter open() {
        return new RevisionCounter(home, Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
    }
}
