package dev.berth.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.control.Operation.Kind;
import dev.berth.control.Operation.Status;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.LoaderHolder;
import dev.berth.store.OperationStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start of a base knows of the operations before. */
class OperationJournalTests {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEXT_START = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    private Path home;

    @Test
    void earlierWhenOperationStillRanTellsThatItWasInterrupted() {
        // Given
        journal().write(operation(Status.RUNNING, Optional.empty()));
        // When
        Operation earlier = journal().earlier().get(0);
        // Then
        assertThat(earlier.status()).isEqualTo(Status.FAILED);
        assertThat(earlier.endedAt()).contains(NEXT_START);
        assertThat(earlier.problem()).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.OPERATION_INTERRUPTED);
            assertThat(problem.message()).isEqualTo("The base ended while the install of 'shop:1.0' ran");
        });
    }

    @Test
    void earlierWhenInterruptedWasToldOnceTellsTheSameAgain() {
        // Given
        journal().write(operation(Status.RUNNING, Optional.empty()));
        List<Operation> first = journal().earlier();
        // When
        List<Operation> second = journal().earlier();
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void earlierWhenOperationHadEndedTellsItAsItWas() {
        // Given
        Operation ended = operation(Status.SUCCEEDED, Optional.of(BEGUN.plusSeconds(1)));
        journal().write(operation(Status.RUNNING, Optional.empty()));
        journal().write(ended);
        // Then
        assertThat(journal().earlier()).containsExactly(ended);
    }

    @Test
    void closeWhenAnOperationIsForgottenMeanwhileForcesTheOthers() {
        // Given
        OperationStore store = new OperationStore(home, 1);
        Operation forgotten = operation("op-0000000001", Status.SUCCEEDED, Optional.of(BEGUN));
        Operation kept = operation("op-0000000002", Status.SUCCEEDED, Optional.of(BEGUN));
        // When
        try (OperationJournal journal = new OperationJournal(store, Clock.systemUTC())) {
            Stream.of(forgotten, kept).forEach(operation -> {
                journal.write(operation);
                journal.force(operation);
            });
        }
        // Then
        assertThat(journal().earlier()).containsExactly(kept);
    }

    private OperationJournal journal() {
        return new OperationJournal(new OperationStore(home, 10), Clock.fixed(NEXT_START, ZoneOffset.UTC));
    }

    private static Operation operation(Status status, Optional<Instant> endedAt) {
        return operation("op-0123456789", status, endedAt);
    }

    private static Operation operation(String id, Status status, Optional<Instant> endedAt) {
        return new Operation(
                new OperationId(id),
                Kind.INSTALL,
                Optional.of(new BizName("shop")),
                Optional.of("1.0"),
                Optional.of("shop:1.0#2"),
                Optional.of("shop:0.9#1"),
                status,
                false,
                BEGUN,
                endedAt,
                List.of(),
                List.of(new Operation.LoaderOutcome(
                        "shop:0.9#1",
                        "held",
                        12.5,
                        List.of(new LoaderHolder("thread", "'poller' runs on", Optional.of("at rest"))),
                        Optional.of("Look"))),
                List.of(new Operation.Note("It ran on", Optional.of("at work"))),
                Optional.empty());
    }
}
