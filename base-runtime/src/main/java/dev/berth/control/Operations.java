package dev.berth.control;

import dev.berth.control.Operation.Kind;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs operations and remembers them.
 *
 * <p>Safe for use by many threads. An operation is handed to a journal when it begins and on its way, and when it
 * has ended before anybody who waits for it is told; that the record is on the disk nobody waits for.
 */
final class Operations {

    private static final Logger logger = LoggerFactory.getLogger(Operations.class);
    private static final int REMEMBERED = 200;

    private static final Problem UNTOLD = new Problem(
            ErrorCode.INTERNAL_ERROR,
            "The base failed and could not tell how",
            "Look into the log of the base; give it more memory.");

    private final Executor threads;
    private final Clock clock;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();
    private final Map<OperationId, RunningOperation> running = new LinkedHashMap<>();
    private final Map<OperationId, Operation> ended = new LinkedHashMap<>();
    private boolean stopping;

    Operations(Executor threads, Clock clock, List<Operation> earlier, Journal journal) {
        this.threads = threads;
        this.clock = clock;
        this.journal = journal;
        earlier.forEach(operation -> ended.put(operation.id(), operation));
    }

    /** Begins an operation on a thread of its own. */
    Operation begin(Kind kind, Consumer<RunningOperation> work) {
        return begin(Asked.of(kind), threads, work);
    }

    /** Begins an operation on a thread of another pool. */
    Operation begin(Asked asked, Executor executor, Consumer<RunningOperation> work) {
        RunningOperation operation = enter(asked);
        Operation begun = operation.snapshot();
        record(begun);
        execute(operation, executor, work);
        return begun;
    }

    /**
     * Lists an operation now and begins it when another one has ended and was told, so that who waits for that one does
     * not wait for anything of this one.
     */
    void beginAfter(RunningOperation other, Asked asked, Executor executor, Consumer<RunningOperation> work) {
        RunningOperation operation = enter(asked);
        other.afterwards(() -> execute(operation, executor, begun -> {
            record(begun.snapshot());
            work.accept(begun);
        }));
    }

    private RunningOperation enter(Asked asked) {
        RunningOperation operation = new RunningOperation(newId(), asked, now(), this::record);
        synchronized (this) {
            running.put(operation.id(), operation);
        }
        return operation;
    }

    private void execute(RunningOperation operation, Executor executor, Consumer<RunningOperation> work) {
        try {
            executor.execute(() -> run(operation, work));
        } catch (RejectedExecutionException rejected) {
            throw refused(operation, baseStopping(rejected));
        } catch (OutOfMemoryError noThread) {
            throw refused(operation, noThread(noThread));
        }
    }

    private BerthException refused(RunningOperation operation, BerthException refusal) {
        synchronized (this) {
            running.remove(operation.id());
        }
        operation.fail(Problem.of(refusal), now());
        record(operation.snapshot());
        return refusal;
    }

    /** Ends what starts a biz, begun or waiting, for a base that stops; what takes a biz down goes on. */
    synchronized void interruptStarts() {
        stopping = true;
        running.values().stream()
                .filter(operation -> operation.kind().startsBiz())
                .forEach(RunningOperation::interrupt);
    }

    private synchronized boolean mayStart(RunningOperation operation) {
        return !(stopping && operation.kind().startsBiz());
    }

    private void run(RunningOperation operation, Consumer<RunningOperation> work) {
        operation.runsOn(Thread.currentThread());
        try {
            attempt(operation, work);
        } catch (Throwable untold) {
            // Not even the failure could be told, for want of memory most likely; its caller still waits for an end
            operation.fail(UNTOLD, operation.startedAt());
            logBug(operation, untold);
        } finally {
            end(operation);
        }
    }

    private void attempt(RunningOperation operation, Consumer<RunningOperation> work) {
        try {
            if (!mayStart(operation)) {
                throw baseStopping(null);
            }
            work.accept(operation);
            operation.succeed(now());
        } catch (BerthException failure) {
            if (failure.code() == ErrorCode.INTERNAL_ERROR) {
                logBug(operation, failure);
            }
            operation.fail(Problem.of(failure), now());
        } catch (RuntimeException | Error bug) {
            // The last border of an operation: its caller must learn of the end, whatever went wrong
            logBug(operation, bug);
            operation.fail(
                    new Problem(
                            ErrorCode.INTERNAL_ERROR,
                            "The base failed: " + bug.getClass().getSimpleName(),
                            "Report this with the log of the base, which has operation '" + operation.id() + "'."),
                    now());
        }
    }

    private static BerthException baseStopping(@Nullable Throwable cause) {
        return new BerthException(
                ErrorCode.BASE_STOPPING, "The base is stopping", "Ask again when it has started.", cause);
    }

    private static BerthException noThread(OutOfMemoryError cause) {
        return new BerthException(
                ErrorCode.INTERNAL_ERROR,
                "The JVM can start no thread for the operation",
                "Uninstall what has many threads, or raise the limit of threads or memory of the base's process.",
                cause);
    }

    private void end(RunningOperation operation) {
        operation.runsNoMore();
        Operation result = operation.snapshot();
        try {
            record(result);
        } finally {
            synchronized (this) {
                running.remove(operation.id());
                ended.put(operation.id(), result);
                if (ended.size() > REMEMBERED) {
                    ended.remove(ended.keySet().iterator().next());
                }
            }
            operation.ended().countDown();
        }
        quietly(result, Operations::log);
        quietly(result, journal::force);
        operation.takeAfterwards().forEach(Operations::begin);
    }

    private static void begin(Runnable next) {
        try {
            next.run();
        } catch (BerthException stopping) {
            logger.debug("The base stops; what was to follow an operation does not begin", stopping);
        }
    }

    private void record(Operation operation) {
        quietly(operation, journal::write);
    }

    /** A disk that fails takes nothing from the operation itself. */
    private static void quietly(Operation operation, Consumer<Operation> step) {
        try {
            step.accept(operation);
        } catch (RuntimeException | Error failure) {
            logger.atWarn()
                    .setCause(failure)
                    .addKeyValue("operation", operation.id())
                    .log("The record of an operation could not be written");
        }
    }

    /** The answer names the class at most, so the log has to have the rest. */
    private static void logBug(RunningOperation operation, Throwable bug) {
        logger.atError().setCause(bug).addKeyValue("operation", operation.id()).log("An operation failed unexpectedly");
    }

    private static void log(Operation operation) {
        var event = operation.problem().isPresent() ? logger.atWarn() : logger.atInfo();
        event.addKeyValue("biz", operation.name().map(Object::toString).orElse(""))
                .addKeyValue("revision", operation.revision().orElse(""))
                .addKeyValue("operation", operation.id())
                .log(
                        "{} {} {}",
                        operation.kind(),
                        operation.status(),
                        operation
                                .problem()
                                .map(problem -> problem.code() + ": " + problem.message())
                                .orElse(""));
    }

    /** Waits for an operation to end. */
    Operation await(OperationId id, Duration timeout) throws InterruptedException {
        RunningOperation operation;
        synchronized (this) {
            operation = running.get(id);
        }
        if (operation != null && operation.ended().await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return operation.snapshot();
        }
        return find(id).orElseThrow(() -> new BerthException(
                ErrorCode.OPERATION_NOT_FOUND,
                "There is no operation '" + id + "'",
                "List the operations with GET /v1/operations."));
    }

    synchronized Optional<Operation> find(OperationId id) {
        RunningOperation operation = running.get(id);
        return operation != null ? Optional.of(operation.snapshot()) : Optional.ofNullable(ended.get(id));
    }

    /** Returns all that are remembered, newest first. */
    synchronized List<Operation> all() {
        List<Operation> all = new ArrayList<>(ended.values());
        running.values().forEach(operation -> all.add(operation.snapshot()));
        all.sort(Comparator.comparing(Operation::startedAt).reversed());
        return List.copyOf(all);
    }

    private Instant now() {
        return clock.instant();
    }

    private OperationId newId() {
        byte[] bits = new byte[5];
        random.nextBytes(bits);
        return new OperationId("op-" + Long.toString(now().toEpochMilli(), 36) + "-"
                + HexFormat.of().formatHex(bits));
    }

    /** Keeps what operations are and were. */
    interface Journal {

        /** Writes an operation as it is, in place of what was written of it before. */
        void write(Operation operation);

        /** Writes an operation that has ended, so that it survives a power cut. */
        default void force(Operation operation) {}
    }
}
