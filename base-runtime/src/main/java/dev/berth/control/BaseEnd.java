package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.BizLocks;
import dev.berth.lifecycle.DrainReport;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every biz down because the base ends: all of them drain at the same time, within one grace period, and are then
 * closed one after the other, the newest first. All stay wanted.
 *
 * <p>A biz that closes slowly has a moment for itself and then goes on beside the next, so that every biz gets its turn
 * within the grace period. One that an operation still works on, or that fails, is logged and left as it is.
 */
final class BaseEnd {

    private static final Logger logger = LoggerFactory.getLogger(BaseEnd.class);

    /** What calls that are interrupted have to notice, and a second to tell of those that did not. */
    private static final Duration INTERRUPT = Duration.ofSeconds(3);

    /** What the closing of contexts gets of a grace period that is long enough. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private static final int CLOSING_PART = 4;

    private static final Duration LOCK = Duration.ofSeconds(1);

    /** So long the next biz waits for the end of the one before, if there is time for all of them. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final BizLifecycle lifecycle;
    private final RevisionRegistry registry;
    private final UnderLock underLock;
    private final TakeDown takeDown;
    private final ExecutorService drainThreads =
            Executors.newCachedThreadPool(new OperationThreads("berth-end-drain-"));
    private final ExecutorService closeThreads = Executors.newCachedThreadPool(new OperationThreads("berth-end-"));

    BaseEnd(ControlParts parts, UnderLock underLock, TakeDown takeDown) {
        this.lifecycle = parts.lifecycle();
        this.registry = parts.registry();
        this.underLock = underLock;
        this.takeDown = takeDown;
    }

    /** Returns the last part of a grace period, in which contexts are closed. */
    static Duration closing(Duration grace) {
        Duration part = grace.dividedBy(CLOSING_PART);
        return part.compareTo(CLOSING) < 0 ? part : CLOSING;
    }

    /** Begins to drain all biz at the same time; returns at once. */
    void drain(long deadlineNanos) {
        running().forEach(revision -> drainThreads.execute(() -> drain(revision, deadlineNanos)));
        drainThreads.shutdown();
    }

    private void drain(Revision revision, long deadlineNanos) {
        try {
            retire(revision, left(deadlineNanos));
            if (revision.state() instanceof RevisionState.Draining draining) {
                Duration timeout = left(deadlineNanos).minus(INTERRUPT);
                Duration patience = timeout.isNegative() ? Duration.ZERO : timeout;
                Optional<DrainReport> report = lifecycle.drain(revision, draining, patience);
                report.ifPresent(seen -> DrainNotes.of(revision, seen, patience));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            leave(revision, failure);
        }
    }

    /** Only the active one has callers to turn away; nobody waits for an operation that holds the lock. */
    private void retire(Revision revision, Duration patience) throws InterruptedException {
        Optional<BizLocks.Held> lock = underLock.locks().tryLock(revision.id().name(), patience);
        if (lock.isPresent()) {
            try (BizLocks.Held held = lock.get()) {
                if (revision.active()) {
                    lifecycle.deactivate(revision);
                }
            }
        }
    }

    /**
     * Waits for the drains, and closes.
     *
     * @param closingNanos when closing begins at the latest
     * @param deadlineNanos when this returns at the latest, whatever a biz does
     */
    void close(long closingNanos, long deadlineNanos) throws InterruptedException {
        drainThreads.awaitTermination(left(closingNanos).toNanos(), TimeUnit.NANOSECONDS);
        drainThreads.shutdownNow();
        closeInTurn(deadlineNanos);
        closeThreads.shutdown();
        if (!closeThreads.awaitTermination(left(deadlineNanos).toNanos(), TimeUnit.NANOSECONDS)) {
            closeThreads.shutdownNow();
            running().forEach(revision -> leave(revision, null));
        }
    }

    /** Those of one biz have one lock and so one turn. */
    private void closeInTurn(long deadlineNanos) throws InterruptedException {
        Map<BizName, List<Revision>> all = running().stream()
                .collect(Collectors.groupingBy(
                        revision -> revision.id().name(), LinkedHashMap::new, Collectors.toList()));
        int waiting = all.size();
        for (List<Revision> ofOne : all.values()) {
            CountDownLatch closed = new CountDownLatch(1);
            Runnable stopping = () -> {
                ofOne.forEach(this::stop);
                closed.countDown();
            };
            try {
                closeThreads.execute(stopping);
            } catch (OutOfMemoryError noThread) {
                stopping.run();
            }
            Duration share = left(deadlineNanos).dividedBy(waiting--);
            closed.await(Math.min(TURN.toNanos(), share.toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    private void stop(Revision revision) {
        BizName name = revision.id().name();
        try {
            Optional<BizLocks.Held> lock = underLock.locks().tryLock(name, LOCK);
            if (lock.isEmpty()) {
                leave(revision, null);
                return;
            }
            try (BizLocks.Held held = lock.get()) {
                if (registry.running(name).contains(revision)) {
                    takeDown.stop(revision, Duration.ZERO);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            leave(revision, failure);
        }
    }

    private List<Revision> running() {
        return registry.revisions().stream()
                .filter(revision -> registry.running(revision.id().name()).contains(revision))
                .toList();
    }

    private static Duration left(long deadlineNanos) {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    private static void leave(Revision revision, @Nullable RuntimeException failure) {
        logger.atWarn()
                .setCause(failure)
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("A biz could not be taken down before the end of the base");
    }
}
