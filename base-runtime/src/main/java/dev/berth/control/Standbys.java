package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState.Standby;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps drained revisions for an instant way back: so many of a biz, so long, and only while there is memory for them.
 *
 * <p>A revision that shall run beside the active one is no standby, even if it was active before. Safe for use by many
 * threads.
 */
final class Standbys implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Standbys.class);

    /** It was drained before, so that only calls which try it by header can be in it; a way back must not wait for more. */
    private static final Duration TRIED = Duration.ofSeconds(2);

    private final StandbySettings settings;
    private final BizLifecycle lifecycle;
    private final RevisionRegistry registry;
    private final Wanted wanted;
    private final UnderLock underLock;
    private final TakeDown takeDown;
    private final ScheduledThreadPoolExecutor timer;

    /** A drop may wait for the lock of its biz and for the biz itself, and must not keep that of another one waiting. */
    private final ExecutorService threads = Executors.newCachedThreadPool(new OperationThreads("berth-standby-drop-"));

    /** What a thread is about to drop. */
    private final Set<Revision> dropping = ConcurrentHashMap.newKeySet();

    Standbys(ControlParts parts, Wanted wanted, UnderLock underLock, TakeDown takeDown) {
        this.settings = parts.standby();
        this.lifecycle = parts.lifecycle();
        this.registry = parts.registry();
        this.wanted = wanted;
        this.underLock = underLock;
        this.takeDown = takeDown;
        this.timer = new ScheduledThreadPoolExecutor(1, new OperationThreads("berth-standby-"));
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Puts a drained revision aside; under the lock of the biz.
     *
     * @return those that are too many then, itself perhaps among them, out of reach and to be closed without the lock
     */
    List<Revision> putAside(Revision revision) {
        lifecycle.standBy(revision);
        List<Revision> tooMany =
                standbys(revision.id().name()).stream().skip(settings.max()).toList();
        tooMany.forEach(takeDown::leave);
        until(revision).ifPresent(end -> expireLater(revision.id(), end));
        return tooMany;
    }

    /** Closes a revision that was put out of reach. */
    void close(Revision left) {
        takeDown.closeLeft(left, TRIED);
    }

    /** Returns when a revision is stopped because nobody went back to it, unless it is no standby. */
    Optional<Instant> until(Revision revision) {
        return revision.state() instanceof Standby standby && !isBeside(revision)
                ? Optional.of(standby.since().plus(settings.keep()))
                : Optional.empty();
    }

    private void expireLater(RevisionId id, Instant end) {
        try {
            timer.schedule(() -> expire(id, end), settings.keep().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            logger.debug("The base stops; '{}' goes with it", id);
        }
    }

    private void expire(RevisionId id, Instant end) {
        registry.revisions(id.name()).stream()
                .filter(revision -> revision.id().equals(id))
                .forEach(standby -> drop(standby, () -> until(standby).equals(Optional.of(end))));
    }

    /**
     * Stops every standby, because memory is short; returns at once. Told again with each collection while it stays short,
     * it says nothing where there is nothing to stop.
     */
    void dropAll() {
        registry.revisions().stream()
                .filter(revision -> until(revision).isPresent() && dropping.add(revision))
                .forEach(standby -> {
                    logger.atWarn()
                            .addKeyValue("biz", standby.id().name())
                            .addKeyValue("revision", standby.id())
                            .log("Memory is short: a revision on standby is stopped");
                    drop(standby, () -> until(standby).isPresent());
                });
    }

    /** Drops a standby on a thread of its own, if it still shall be when its biz is free. */
    private void drop(Revision standby, BooleanSupplier still) {
        try {
            threads.execute(() -> {
                try {
                    dropNow(standby, still);
                } finally {
                    dropping.remove(standby);
                }
            });
        } catch (RejectedExecutionException stopping) {
            logger.debug("The base stops and takes every standby with it");
        } catch (OutOfMemoryError noThread) {
            // The next collection that leaves memory short tries again
            dropping.remove(standby);
            logger.atWarn()
                    .setCause(noThread)
                    .addKeyValue("revision", standby.id())
                    .log("A standby could not be stopped: the JVM can start no thread");
        }
    }

    private void dropNow(Revision standby, BooleanSupplier still) {
        BizName name = standby.id().name();
        try {
            List<Revision> left = new ArrayList<>();
            underLock.run(name, () -> {
                if (still.getAsBoolean()) {
                    takeDown.leave(standby);
                    left.add(standby);
                }
            });
            left.forEach(this::close);
        } catch (RuntimeException failure) {
            logger.atWarn().setCause(failure).addKeyValue("biz", name).log("A standby could not be stopped");
        }
    }

    /** Returns the standbys of a biz, first the one that a rollback or start needs next. */
    private List<Revision> standbys(BizName name) {
        Optional<WantedBiz> biz = wanted.find(name);
        return registry.revisions(name).stream()
                .filter(revision -> until(revision).isPresent())
                .sorted(Comparator.comparingInt((Revision revision) -> worth(biz, revision))
                        .thenComparing(revision -> ((Standby) revision.state()).since())
                        .reversed())
                .toList();
    }

    private static int worth(Optional<WantedBiz> biz, Revision revision) {
        if (biz.isEmpty()) {
            return -1;
        }
        Optional<WantedVersion> known = biz.get().version(revision.id().version());
        if (known.isPresent() && biz.get().current().equals(known)) {
            return Integer.MAX_VALUE;
        }
        return known.map(biz.get().earlier()::indexOf).orElse(-1);
    }

    private boolean isBeside(Revision revision) {
        return wanted.find(revision.id().name())
                .filter(biz -> biz.isBeside(revision.id().version()))
                .isPresent();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
