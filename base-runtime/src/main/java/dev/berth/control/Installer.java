package dev.berth.control;

import dev.berth.artifact.ArchiveReader;
import dev.berth.artifact.BizArchive;
import dev.berth.artifact.IdentityFlags;
import dev.berth.artifact.UnpackedBiz;
import dev.berth.artifact.Unpacker;
import dev.berth.biz.BizId;
import dev.berth.biz.ContextPath;
import dev.berth.biz.RevisionId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.BizLocks;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.lifecycle.RevisionSpec;
import dev.berth.linkage.BaseLibraries;
import dev.berth.linkage.Linkage;
import dev.berth.linkage.LinkagePlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Brings a biz from a stored jar to active, step by step; a failure at any of them leaves what was there before.
 *
 * <p>Safe for use by many threads; installs of one biz happen one after the other.
 */
final class Installer {

    private final ArchiveReader reader;
    private final Unpacker unpacker;
    private final Supplier<BaseLibraries> base;
    private final BizLifecycle lifecycle;
    private final RevisionRegistry registry;
    private final BizLocks locks;
    private final Wanted wanted;
    private final WorkFolders folders;
    private final LongSupplier revisionNumbers;
    private final Duration startDeadline;
    private final LeakBudget leakBudget;
    private final Clock clock;

    Installer(ControlParts parts, BizLocks locks, Wanted wanted, WorkFolders folders) {
        this.reader = parts.reader();
        this.unpacker = parts.unpacker();
        this.base = parts.baseLibraries();
        this.lifecycle = parts.lifecycle();
        this.registry = parts.registry();
        this.revisionNumbers = parts.revisionNumbers();
        this.startDeadline = parts.startDeadline();
        this.leakBudget = new LeakBudget(registry, parts.leakBudget());
        this.clock = parts.clock();
        this.locks = locks;
        this.wanted = wanted;
        this.folders = folders;
    }

    void install(RunningOperation operation, InstallRequest request) {
        BizArchive archive = operation.phase(
                "read",
                () -> reader.read(
                        request.artifact(), new IdentityFlags(request.name(), request.version(), request.fileName())));
        operation.about(archive.id());
        try (BizLocks.Held lock = locks.lock(archive.id().name())) {
            Optional<Revision> same = sameAlready(archive);
            if (same.isPresent()) {
                checkPath(same.get(), request);
                operation.made(same.get().id());
                return;
            }
            leakBudget.check(request);
            bringUp(operation, request, archive);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BerthException(
                    ErrorCode.BASE_STOPPING, "The base is stopping", "Ask again when it has started.", stopping);
        }
    }

    private Optional<Revision> sameAlready(BizArchive archive) {
        BizId id = archive.id();
        Optional<Revision> active = registry.active(id.name());
        if (active.isEmpty()) {
            return Optional.empty();
        }
        Revision present = active.get();
        if (!present.id().version().equals(id.version())) {
            throw new BerthException(
                    ErrorCode.BIZ_ALREADY_INSTALLED,
                    "Biz '" + id.name() + "' is installed in version '"
                            + present.id().version() + "'",
                    "Uninstall it before version '" + id.version() + "' is installed.");
        }
        if (!present.spec().digest().equals(archive.artifact().digest())) {
            throw new BerthException(
                    ErrorCode.VERSION_CONFLICT,
                    "Biz '" + id + "' is installed from another jar (digest "
                            + present.spec().digest().abbreviated() + ", given "
                            + archive.artifact().digest().abbreviated() + ")",
                    "Give the new build a version of its own, or uninstall the old one first.");
        }
        return active;
    }

    /** The same jar again changes nothing, unless it is wanted under another path. */
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

    private void bringUp(RunningOperation operation, InstallRequest request, BizArchive archive) {
        Linkage linkage = operation.phase("link", () -> LinkagePlanner.plan(archive.libraries(), base.get()));
        RevisionId id = new RevisionId(archive.id(), revisionNumbers.getAsLong());
        operation.made(id);
        boolean done = false;
        try {
            Path folder = folders.of(id);
            UnpackedBiz unpacked =
                    operation.phase("unpack", () -> unpacker.unpack(archive, linkage.brought(), folder.resolve("biz")));
            Revision revision = new Revision(id, spec(request, archive, linkage, unpacked, folder));
            operation.phase("start", () -> lifecycle.start(revision));
            operation.phase("check", () -> lifecycle.check(revision));
            operation.phase("activate", () -> activate(revision, request));
            operation.changed();
            done = true;
        } finally {
            if (!done) {
                folders.remove(id);
            }
        }
    }

    /** Makes the revision reachable and wanted; neither without the other. */
    private void activate(Revision revision, InstallRequest request) {
        boolean recorded = false;
        try {
            lifecycle.swap(revision);
            wanted.add(revision, request);
            recorded = true;
        } finally {
            if (!recorded) {
                lifecycle.stop(revision, Duration.ZERO);
            }
        }
    }

    private RevisionSpec spec(
            InstallRequest request, BizArchive archive, Linkage linkage, UnpackedBiz unpacked, Path folder) {
        List<Path> classPath = new ArrayList<>();
        classPath.add(unpacked.classes());
        classPath.addAll(unpacked.libraries());
        return new RevisionSpec(
                archive.artifact().digest(),
                archive.layout().name().toLowerCase(Locale.ROOT),
                archive.manifest(),
                archive.mainClass(),
                classPath,
                linkage,
                request.contextPath(),
                archive.contextPath(),
                folder,
                request.startDeadline().orElse(startDeadline),
                clock.instant());
    }
}
