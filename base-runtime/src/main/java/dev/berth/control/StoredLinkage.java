package dev.berth.control;

import dev.berth.artifact.ArchiveReader;
import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.artifact.BizArchive;
import dev.berth.artifact.IdentityFlags;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.linkage.BaseLibraries;
import dev.berth.linkage.Linkage;
import dev.berth.linkage.LinkagePlanner;
import dev.berth.store.WantedVersion;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what a version would share with the base if it were started from the store now. */
final class StoredLinkage {

    private final ArtifactStore artifacts;
    private final ArchiveReader reader;
    private final Supplier<BaseLibraries> base;

    StoredLinkage(ControlParts parts) {
        this.artifacts = parts.artifacts();
        this.reader = parts.reader();
        this.base = parts.baseLibraries();
    }

    /**
     * Plans it anew.
     *
     * @throws dev.berth.error.BerthException as the start would throw it
     */
    LinkageView of(BizName name, WantedVersion version) {
        Artifact jar = artifacts.find(version.digest()).orElseThrow(() -> Wanted.jarIsGone(name, version));
        BizArchive archive = reader.read(
                jar, new IdentityFlags(Optional.of(name), Optional.of(version.version()), version.fileName()));
        Linkage linkage = LinkagePlanner.plan(archive.id(), archive.libraries(), base.get());
        BizId id = new BizId(name, version.version());
        return new LinkageView(name.value(), version.version().value(), id.toString(), LinkageEntries.all(linkage));
    }
}
