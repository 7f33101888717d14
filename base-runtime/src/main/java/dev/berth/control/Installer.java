package dev.berth.control;

import dev.berth.artifact.BizArchive;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedVersion;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Brings a biz from a stored jar into service, or beside what is; a failure at any step leaves what was there before.
 *
 * <p>Safe for use by many threads; installs of one biz happen one after the other.
 */
final class Installer {

    /** So many biz at most are installed at once. */
    private static final int AT_ONCE = 8;

    private final InstallTurns turns = new InstallTurns(AT_ONCE);
    private final RevisionRegistry registry;
    private final Wanted wanted;
    private final UnderLock underLock;
    private final RevisionStarter starter;
    private final Activation activation;
    private final StopFirst stopFirst;
    private final TakeDown takeDown;
    private final LeakBudget leakBudget;
    private final MetaspaceGate metaspace;

    Installer(
            ControlParts parts,
            Wanted wanted,
            UnderLock underLock,
            RevisionStarter starter,
            Activation activation,
            TakeDown takeDown) {
        this.registry = parts.registry();
        this.wanted = wanted;
        this.underLock = underLock;
        this.starter = starter;
        this.activation = activation;
        this.takeDown = takeDown;
        this.stopFirst = new StopFirst(parts, wanted, starter, activation, takeDown);
        this.leakBudget = new LeakBudget(registry, parts.leakBudget());
        this.metaspace = new MetaspaceGate(parts.room(), parts.loaders());
    }

    void install(RunningOperation operation, InstallRequest request) {
        BizArchive archive = starter.read(operation, request);
        inTurn(archive, () -> installLocked(operation, request, archive));
    }

    /** Installs what the home wants, unless somebody has changed that meanwhile. */
    void replay(RunningOperation operation, InstallRequest request) {
        BizArchive archive = starter.read(operation, request);
        inTurn(archive, () -> {
            if (wanted.runs(archive.id())) {
                installLocked(operation, request, archive);
            }
        });
    }

    private void inTurn(BizArchive archive, Runnable install) {
        BizName name = archive.id().name();
        turns.run(name, () -> underLock.run(name, install));
    }

    private void installLocked(RunningOperation operation, InstallRequest request, BizArchive archive) {
        BizId id = archive.id();
        Optional<Revision> present = registry.running(id);
        checkDigest(archive, present);
        if (present.isPresent()) {
            checkPath(present.get(), request);
            again(operation, request, present.get());
            return;
        }
        leakBudget.check(request);
        metaspace.check(request, id.name());
        Revision next = starter.stage(operation, request, archive);
        switch (request.strategy()) {
            case REPLACE -> replace(operation, request, next);
            case SIDE_BY_SIDE -> putBeside(operation, request, next);
            case STOP_FIRST -> stopFirst.install(operation, request, next);
        }
    }

    private void checkDigest(BizArchive archive, Optional<Revision> present) {
        BizId id = archive.id();
        Digest given = archive.artifact().digest();
        Optional<Digest> known = present.map(revision -> revision.spec().digest())
                .or(() -> wanted.find(id.name())
                        .flatMap(biz -> biz.version(id.version()))
                        .map(WantedVersion::digest));
        if (known.isPresent() && !known.get().equals(given)) {
            throw new BerthException(
                    ErrorCode.VERSION_CONFLICT,
                    "Biz '" + id + "' is installed from another jar (digest "
                            + known.get().abbreviated() + ", given " + given.abbreviated() + ")",
                    "Give the new build a version of its own, or uninstall the old one first.");
        }
    }

    /** One version runs once, so that it can't have two paths at a time. */
    private static void checkPath(Revision present, InstallRequest request) {
        Optional<ContextPath> served = present.servedAt();
        if (request.contextPath().isPresent() && !request.contextPath().equals(served)) {
            throw new BerthException(
                    ErrorCode.BIZ_ALREADY_INSTALLED,
                    "Biz '" + present.id().biz() + "' is installed under path '"
                            + served.map(ContextPath::value).orElse("none") + "'",
                    "Uninstall it before it is installed under '"
                            + request.contextPath().get() + "'.");
        }
    }

    /** The same jar again: nothing to do when it is active, a switch to it when it waits. */
    private void again(RunningOperation operation, InstallRequest request, Revision present) {
        operation.made(present.id());
        if (present.active()) {
            return;
        }
        BizName name = present.id().name();
        WantedVersion version = Wanted.version(present, request);
        if (request.strategy() != Strategy.SIDE_BY_SIDE) {
            operation.phase("activate", () -> activation.ofRunning(operation, present, activated(version)));
        } else if (wanted.find(name)
                .filter(biz -> biz.isBeside(version.version()))
                .isEmpty()) {
            wanted.change(name, biz -> biz.besides(version));
            operation.changed();
        }
    }

    private void replace(RunningOperation operation, InstallRequest request, Revision next) {
        starter.bringUp(operation, next);
        UnaryOperator<WantedBiz> record = activated(Wanted.version(next, request));
        operation.phase("activate", () -> activation.ofStarted(operation, next, record));
    }

    private void putBeside(RunningOperation operation, InstallRequest request, Revision next) {
        starter.bringUp(operation, next);
        boolean recorded = false;
        try {
            wanted.change(next.id().name(), biz -> biz.besides(Wanted.version(next, request)));
            recorded = true;
        } finally {
            if (!recorded) {
                takeDown.stop(next);
            }
        }
        operation.changed();
    }

    private static UnaryOperator<WantedBiz> activated(WantedVersion version) {
        return biz -> biz.activated(version);
    }
}
