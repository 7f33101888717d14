package dev.berth.control;

import dev.berth.artifact.ArchiveReader;
import dev.berth.artifact.ArtifactStore;
import dev.berth.artifact.Unpacker;
import dev.berth.lifecycle.BizLifecycle;
import dev.berth.lifecycle.ClosedPaths;
import dev.berth.lifecycle.HostingRoom;
import dev.berth.lifecycle.LoaderProof;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionRegistry;
import dev.berth.linkage.BaseLibraries;
import dev.berth.store.OperationStore;
import dev.berth.store.WantedStateStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the control of a base works with.
 *
 * @param home the home of the base
 * @param artifacts the jars
 * @param reader reads what a jar is
 * @param unpacker unpacks jars
 * @param baseLibraries what the base has to share; may take a while at first
 * @param lifecycle brings revisions up and down
 * @param registry knows the revisions
 * @param wantedStore keeps what is to be installed
 * @param operationStore keeps what was done
 * @param revisionNumbers gives the number of each new revision
 * @param baseView says what the base is
 * @param spiViews says which SPIs there are, with their providers and consumers
 * @param imports says what became of the base's exported beans in a revision
 * @param metrics says what is measured of the base, in the text format of Prometheus
 * @param startDeadline how long a biz may take to start, unless a request says otherwise
 * @param drainTimeout how long calls in flight may take to end when a biz is taken down
 * @param standby which revisions without traffic are kept
 * @param closedPaths where callers are told to come back
 * @param leakBudget how many closed revisions may be held before installs are refused
 * @param loaders proves that the loaders of closed revisions are gone
 * @param room tells whether the classes of a biz fit
 * @param clock tells the time
 */
public record ControlParts(
        Path home,
        ArtifactStore artifacts,
        ArchiveReader reader,
        Unpacker unpacker,
        Supplier<BaseLibraries> baseLibraries,
        BizLifecycle lifecycle,
        RevisionRegistry registry,
        WantedStateStore wantedStore,
        OperationStore operationStore,
        LongSupplier revisionNumbers,
        Supplier<BaseView> baseView,
        Supplier<List<SpiView>> spiViews,
        Function<Revision, List<ImportsView.Entry>> imports,
        Supplier<String> metrics,
        Duration startDeadline,
        Duration drainTimeout,
        StandbySettings standby,
        ClosedPaths closedPaths,
        int leakBudget,
        LoaderProof loaders,
        HostingRoom room,
        Clock clock) {

    /** Returns how long the calls of a revision may take to end. */
    Duration drainTimeout(Revision revision) {
        return revision.drainTimeout().orElse(drainTimeout);
    }
}
