package dev.berth.control;

import dev.berth.artifact.BizArchive;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Moves a biz between versions that it has had, and in and out of service: at once where the version still runs, else
 * from the store.
 *
 * <p>Safe for use by many threads.
 */
final class Switcher {

    private final RevisionRegistry registry;
    private final Wanted wanted;
    private final UnderLock underLock;
    private final RevisionStarter starter;
    private final Activation activation;

    Switcher(ControlParts parts, Wanted wanted, UnderLock underLock, RevisionStarter starter, Activation activation) {
        this.registry = parts.registry();
        this.wanted = wanted;
        this.underLock = underLock;
        this.starter = starter;
        this.activation = activation;
    }

    /** Fails when a biz or a version is not known. */
    WantedVersion known(BizName name, BizVersion version) {
        return biz(name)
                .version(version)
                .orElseThrow(() -> new BerthException(
                        ErrorCode.VERSION_NOT_KNOWN,
                        "Biz '" + name + "' has no version '" + version + "'",
                        "Install it; berth show " + name + " lists the versions that are known."));
    }

    /** Fails when there is no version to go back to. */
    WantedVersion earlier(BizName name) {
        return biz(name)
                .rollbackTarget()
                .orElseThrow(() -> new BerthException(
                        ErrorCode.NO_EARLIER_VERSION,
                        "Biz '" + name + "' has no earlier version",
                        "Install or switch to the version that you want."));
    }

    /** Fails when a biz is not installed. */
    WantedBiz biz(BizName name) {
        return wanted.find(name).orElseThrow(() -> Uninstaller.notInstalled("'" + name + "'"));
    }

    void switchTo(RunningOperation operation, BizName name, BizVersion version) {
        underLock.run(name, () -> bringIn(operation, name, known(name, version), WantedBiz::activated));
    }

    void rollback(RunningOperation operation, BizName name) {
        underLock.run(name, () -> bringIn(operation, name, earlier(name), WantedBiz::rolledBackTo));
    }

    void start(RunningOperation operation, BizName name) {
        underLock.run(name, () -> {
            WantedVersion current = biz(name)
                    .current()
                    .orElseThrow(() -> new BerthException(
                            ErrorCode.VERSION_NOT_KNOWN,
                            "Biz '" + name + "' has no version that was in service",
                            "Say with berth switch which version shall be."));
            bringIn(operation, name, current, WantedBiz::activated);
        });
    }

    /** What is wanted is recorded first: a base that is killed on the way does not bring the biz back. */
    void stop(RunningOperation operation, BizName name) {
        underLock.run(name, () -> {
            WantedBiz before = biz(name);
            wanted.change(name, WantedBiz::stopped);
            operation.phase("stop", () -> activation.deactivate(operation, name).ifPresent(revision -> {
                operation.made(revision.id());
                operation.changed();
            }));
            if (!biz(name).equals(before)) {
                operation.changed();
            }
        });
    }

    private void bringIn(
            RunningOperation operation,
            BizName name,
            WantedVersion target,
            BiFunction<WantedBiz, WantedVersion, WantedBiz> record) {
        Optional<Revision> running = registry.running(new BizId(name, target.version()));
        if (running.isEmpty()) {
            fromStore(operation, name, target, record);
        } else if (running.get().active()) {
            operation.made(running.get().id());
        } else {
            operation.phase(
                    "activate", () -> activation.ofRunning(operation, running.get(), biz -> record.apply(biz, target)));
        }
    }

    private void fromStore(
            RunningOperation operation,
            BizName name,
            WantedVersion target,
            BiFunction<WantedBiz, WantedVersion, WantedBiz> record) {
        InstallRequest request =
                wanted.request(name, target, Strategy.REPLACE).orElseThrow(() -> Wanted.jarIsGone(name, target));
        BizArchive archive = starter.read(operation, request);
        Revision next = starter.stage(operation, request, archive);
        starter.bringUp(operation, next);
        WantedVersion started = Wanted.version(next, request);
        operation.phase("activate", () -> activation.ofStarted(operation, next, biz -> record.apply(biz, started)));
    }
}
