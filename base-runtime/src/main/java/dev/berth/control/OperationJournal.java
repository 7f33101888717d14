package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.store.OperationRecord;
import dev.berth.store.OperationStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was done, across starts of the base.
 *
 * <p>An operation is written when it begins, when it becomes known what it is about, and when it ends; a kill takes
 * nothing of that. One that a killed base left running is told as failed by the next start. Those that have ended go to
 * the disk together, half a second later, on a thread of its own: so the wait of one operation for the disk is not
 * made longer by the records of those before.
 */
final class OperationJournal implements Operations.Journal, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(OperationJournal.class);

    private static final long FORCE_AFTER_MILLIS = 500;

    private final OperationStore store;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor later =
            new ScheduledThreadPoolExecutor(1, new OperationThreads("berth-journal-"));
    private final Set<String> unforced = new LinkedHashSet<>();

    OperationJournal(OperationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the operations of earlier starts, oldest first; one that this version can't read is left out and logged. */
    List<Operation> earlier() {
        List<Operation> operations = new ArrayList<>();
        for (OperationRecord stored : store.newestFirst()) {
            try {
                operations.add(0, ended(operation(stored)));
            } catch (IllegalArgumentException | BerthException unreadable) {
                logger.atWarn().addKeyValue("operation", stored.id()).log("A stored operation can't be read");
            }
        }
        return operations;
    }

    @Override
    public void write(Operation operation) {
        store.save(stored(operation));
    }

    @Override
    public void force(Operation operation) {
        boolean first;
        synchronized (unforced) {
            first = unforced.isEmpty();
            unforced.add(operation.id().value());
        }
        if (first) {
            forceLater();
        }
    }

    private void forceLater() {
        try {
            later.schedule(this::forceAll, FORCE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            forceAll();
        }
    }

    private void forceAll() {
        List<String> ids;
        synchronized (unforced) {
            ids = List.copyOf(unforced);
            unforced.clear();
        }
        try {
            store.force(ids);
        } catch (BerthException failure) {
            logger.atWarn().setCause(failure).log("The records of operations may not survive a power cut");
        }
    }

    /** Brings what was written to the disk now. */
    @Override
    public void close() {
        later.shutdownNow();
        forceAll();
    }

    private Operation ended(Operation earlier) {
        if (earlier.status() != Operation.Status.RUNNING) {
            return earlier;
        }
        Operation interrupted = earlier.interrupted(clock.instant());
        write(interrupted);
        return interrupted;
    }

    private static OperationRecord stored(Operation operation) {
        return new OperationRecord(
                operation.id().value(),
                text(operation.kind()),
                operation.name().map(BizName::value),
                operation.version(),
                operation.revision(),
                operation.replaced(),
                text(operation.status()),
                operation.changed(),
                operation.startedAt(),
                operation.endedAt(),
                operation.phases().stream()
                        .map(phase -> new OperationRecord.Phase(phase.name(), phase.millis()))
                        .toList(),
                operation.loaders().stream().map(LoaderViews::stored).toList(),
                operation.notes().stream()
                        .map(note -> new OperationRecord.Note(note.message(), note.detail()))
                        .toList(),
                operation
                        .problem()
                        .map(problem -> new OperationRecord.Problem(
                                problem.code().name(), problem.message(), problem.remedy())));
    }

    private static Operation operation(OperationRecord stored) {
        return new Operation(
                new OperationId(stored.id()),
                Operation.Kind.valueOf(stored.kind().toUpperCase(Locale.ROOT)),
                stored.name().map(BizName::new),
                stored.version(),
                stored.revision(),
                stored.replaced(),
                Operation.Status.valueOf(stored.status().toUpperCase(Locale.ROOT)),
                stored.changed(),
                stored.startedAt(),
                stored.endedAt(),
                stored.phases().stream()
                        .map(phase -> new Operation.Phase(phase.name(), phase.millis()))
                        .toList(),
                stored.loaders().stream().map(LoaderViews::outcome).toList(),
                stored.notes().stream()
                        .map(note -> new Operation.Note(note.message(), note.detail()))
                        .toList(),
                problem(stored));
    }

    private static Optional<Problem> problem(OperationRecord stored) {
        return stored.problem()
                .map(problem -> new Problem(ErrorCode.valueOf(problem.code()), problem.message(), problem.remedy()));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
