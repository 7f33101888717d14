package dev.berth.control;

import dev.berth.artifact.ArchiveReader;
import dev.berth.artifact.BizArchive;
import dev.berth.artifact.IdentityFlags;
import dev.berth.artifact.UnpackedBiz;
import dev.berth.artifact.Unpacker;
import dev.berth.biz.RevisionId;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.Revision;
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
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes a revision from a stored jar and starts it, step by step; a failure at any of them leaves nothing of it.
 *
 * <p>The caller holds the lock of the biz, except to read.
 */
final class RevisionStarter {

    private final ArchiveReader reader;
    private final Unpacker unpacker;
    private final Supplier<BaseLibraries> base;
    private final BizLifecycle lifecycle;
    private final WorkFolders folders;
    private final LongSupplier revisionNumbers;
    private final Duration startDeadline;
    private final Clock clock;

    RevisionStarter(ControlParts parts, WorkFolders folders) {
        this.reader = parts.reader();
        this.unpacker = parts.unpacker();
        this.base = parts.baseLibraries();
        this.lifecycle = parts.lifecycle();
        this.revisionNumbers = parts.revisionNumbers();
        this.startDeadline = parts.startDeadline();
        this.clock = parts.clock();
        this.folders = folders;
    }

    BizArchive read(RunningOperation operation, InstallRequest request) {
        BizArchive archive = operation.phase(
                "read",
                () -> reader.read(
                        request.artifact(), new IdentityFlags(request.name(), request.version(), request.fileName())));
        operation.about(archive.id());
        return archive;
    }

    /** Makes a revision of which nothing runs. */
    Revision stage(RunningOperation operation, InstallRequest request, BizArchive archive) {
        Linkage linkage =
                operation.phase("link", () -> LinkagePlanner.plan(archive.id(), archive.libraries(), base.get()));
        RevisionId id = new RevisionId(archive.id(), revisionNumbers.getAsLong());
        operation.made(id);
        Path folder = folders.of(id);
        return orNothing(id, () -> {
            UnpackedBiz unpacked =
                    operation.phase("unpack", () -> unpacker.unpack(archive, linkage.brought(), folder.resolve("biz")));
            return new Revision(id, spec(request, archive, linkage, unpacked, folder), clock);
        });
    }

    /** Starts a staged revision and waits until it may receive calls. */
    void bringUp(RunningOperation operation, Revision revision) {
        try {
            orNothing(revision.id(), () -> {
                operation.phase("start", () -> lifecycle.start(revision));
                operation.phase("check", () -> lifecycle.check(revision));
                return revision;
            });
        } finally {
            // Nothing unless it failed and was taken down
            TakeDown.leftBehind(revision).forEach(operation::note);
        }
    }

    private Revision orNothing(RevisionId id, Supplier<Revision> step) {
        boolean done = false;
        try {
            Revision revision = step.get();
            done = true;
            return revision;
        } finally {
            if (!done) {
                discard(id);
            }
        }
    }

    /** Removes the files of a revision that was staged and not started. */
    void discard(RevisionId id) {
        folders.remove(id);
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
