package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationStoreTests {

    @TempDir
    Path home;

    @Test
    void newestFirstAfterReopeningReturnsWhatWasSaved() {
        // Given
        OperationRecord failed = new OperationRecord(
                "operation-1",
                "install",
                Optional.of("catalog"),
                Optional.of("1.0"),
                Optional.of("catalog:1.0#1"),
                Optional.of("catalog:0.9#0"),
                "failed",
                false,
                Instant.parse("2026-01-01T00:00:00.123456Z"),
                Optional.of(Instant.parse("2026-01-01T00:00:01Z")),
                List.of(new OperationRecord.Phase("link", 1.25)),
                List.of(new OperationRecord.Loader(
                        "catalog:0.9#0",
                        "held",
                        12.5,
                        List.of(new OperationRecord.Holder("thread", "It runs on", Optional.of("at rest"))),
                        Optional.of("Look"))),
                List.of(new OperationRecord.Note("It ran on", Optional.of("at work"))),
                Optional.of(new OperationRecord.Problem("BIZ_START_FAILED", "It failed", "Mend it")));
        new OperationStore(home, 10).save(failed);
        // When
        OperationStore reopened = new OperationStore(home, 10);
        // Then
        assertThat(reopened.newestFirst()).containsExactly(failed);
    }

    @Test
    void saveWhenOperationIsKnownReplacesIt() {
        // Given
        OperationStore store = new OperationStore(home, 10);
        store.save(operation("operation-1", "running", 1));
        OperationRecord ended = operation("operation-1", "succeeded", 1);
        // When
        store.save(ended);
        // Then
        assertThat(store.newestFirst()).containsExactly(ended);
    }

    @Test
    void saveWhenFullForgetsTheOldest() {
        // Given
        OperationStore store = new OperationStore(home, 2);
        store.save(operation("operation-3", "succeeded", 3));
        store.save(operation("operation-1", "succeeded", 1));
        // When
        store.save(operation("operation-2", "succeeded", 2));
        store.force(List.of("operation-2"));
        // Then
        assertThat(store.newestFirst()).extracting(OperationRecord::id).containsExactly("operation-3", "operation-2");
        assertThat(home.resolve("operations/operation-1.json")).doesNotExist();
    }

    @Test
    void openWhenAFileIsCutOffLeavesItOut() throws IOException {
        // Given
        OperationStore store = new OperationStore(home, 10);
        store.save(operation("operation-1", "succeeded", 1));
        store.save(operation("operation-2", "succeeded", 2));
        Path file = home.resolve("operations/operation-1.json");
        Files.writeString(file, Files.readString(file).substring(0, 40));
        // When
        OperationStore reopened = new OperationStore(home, 10);
        // Then
        assertThat(reopened.newestFirst()).extracting(OperationRecord::id).containsExactly("operation-2");
        assertThat(file).exists();
    }

    @Test
    void readWhenARecordIsOlderThanNotesReadsIt() throws Exception {
        // Given
        Path folder = Files.createDirectories(home.resolve("operations"));
        Files.writeString(
                folder.resolve("operation-1.json"),
                """
                {"id":"operation-1","kind":"install","name":"catalog","status":"succeeded","changed":true,
                 "startedAt":"2026-01-01T00:00:00Z","phases":[{"name":"link","millis":1.0}]}""");
        // When
        List<OperationRecord> read = new OperationStore(home, 10).newestFirst();
        // Then
        assertThat(read).singleElement().satisfies(operation -> {
            assertThat(operation.notes()).isEmpty();
            assertThat(operation.replaced()).isEmpty();
        });
    }

    private static OperationRecord operation(String id, String status, long second) {
        return new OperationRecord(
                id,
                "install",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                true,
                Instant.ofEpochSecond(second),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
