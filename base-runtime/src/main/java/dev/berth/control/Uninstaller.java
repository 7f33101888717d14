package dev.berth.control;

import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.BizLocks;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionState;
import dev.berth.lifecycle.StopReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a biz down: no longer wanted, no new calls, those in flight may end, closed, its files removed.
 *
 * <p>Safe for use by many threads. What is no longer wanted is recorded first: a base that is killed on the way does not
 * bring the biz back.
 */
final class Uninstaller {

    private static final Logger logger = LoggerFactory.getLogger(Uninstaller.class);
    private static final Duration LOCK_AT_THE_END = Duration.ofSeconds(1);

    private final BizLifecycle lifecycle;
    private final RevisionRegistry registry;
    private final BizLocks locks;
    private final Wanted wanted;
    private final WorkFolders folders;
    private final Duration drainTimeout;

    Uninstaller(ControlParts parts, BizLocks locks, Wanted wanted, WorkFolders folders) {
        this.lifecycle = parts.lifecycle();
        this.registry = parts.registry();
        this.drainTimeout = parts.drainTimeout();
        this.locks = locks;
        this.wanted = wanted;
        this.folders = folders;
    }

    /** Fails when there is nothing to uninstall. */
    void check(BizName name, @Nullable BizVersion version) {
        boolean wantedOnly = wanted.contains(name, version);
        if (affected(name, version).isEmpty() && !wantedOnly) {
            throw notFound(name, version);
        }
    }

    void uninstall(RunningOperation operation, BizName name, @Nullable BizVersion version) {
        operation.about(name);
        try (BizLocks.Held lock = locks.lock(name)) {
            List<Revision> revisions = affected(name, version);
            boolean forgotten = wanted.remove(name, version);
            if (revisions.isEmpty() && !forgotten) {
                throw notFound(name, version);
            }
            for (Revision revision : revisions) {
                operation.made(revision.id());
                operation.phase("stop", () -> stop(revision, drainTimeout));
            }
            operation.changed();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BerthException(
                    ErrorCode.BASE_STOPPING, "The base is stopping", "Ask again when it has started.", stopping);
        }
    }

    /**
     * Takes a revision down because the base ends; it stays wanted.
     *
     * <p>One that an operation still works on, or that fails, is logged and left as it is, so that the others get their
     * turn.
     */
    void stopAtTheEnd(Revision revision) throws InterruptedException {
        Optional<BizLocks.Held> lock = locks.tryLock(revision.id().name(), LOCK_AT_THE_END);
        if (lock.isEmpty()) {
            left(revision, null);
            return;
        }
        try (BizLocks.Held held = lock.get()) {
            if (affected(revision.id().name(), null).contains(revision)) {
                stop(revision, drainTimeout);
            }
        } catch (RuntimeException failure) {
            left(revision, failure);
        }
    }

    private static void left(Revision revision, @Nullable RuntimeException failure) {
        logger.atWarn()
                .setCause(failure)
                .addKeyValue("biz", revision.id().name())
                .addKeyValue("revision", revision.id())
                .log("A biz could not be taken down before the end of the base");
    }

    /** Takes a revision down and removes its files; it stays wanted. */
    private void stop(Revision revision, Duration timeout) {
        StopReport report = lifecycle.stop(revision, timeout);
        folders.remove(revision.id());
        if (report.drain().callsLeft() > 0) {
            logger.atWarn()
                    .addKeyValue("biz", revision.id().name())
                    .addKeyValue("revision", revision.id())
                    .log(
                            "{} calls still ran when the biz was closed",
                            report.drain().callsLeft());
        }
    }

    /** What is held is closed already and has nothing more to take down. */
    private List<Revision> affected(BizName name, @Nullable BizVersion version) {
        return registry.revisions(name).stream()
                .filter(revision -> !(revision.state() instanceof RevisionState.Held))
                .filter(revision -> version == null || revision.id().version().equals(version))
                .toList();
    }

    private static BerthException notFound(BizName name, @Nullable BizVersion version) {
        String what = version == null ? "'" + name + "'" : "'" + name + ":" + version + "'";
        return notInstalled(what);
    }

    static BerthException notInstalled(String what) {
        return new BerthException(
                ErrorCode.BIZ_NOT_FOUND,
                "Biz " + what + " is not installed",
                "List what is installed with berth list.");
    }
}
