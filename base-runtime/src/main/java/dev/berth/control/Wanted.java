package dev.berth.control;

import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.Digest;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedState;
import dev.berth.store.WantedStateStore;
import dev.berth.store.WantedVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be installed and what was before, as the home keeps it; replayed when the base starts.
 *
 * <p>Safe for use by many threads; each change is on the disk when the method returns.
 */
final class Wanted {

    private static final Logger logger = LoggerFactory.getLogger(Wanted.class);

    private final WantedStateStore store;
    private final ArtifactStore artifacts;
    private final Set<Digest> forgotten = ConcurrentHashMap.newKeySet();
    private WantedState state;

    Wanted(WantedStateStore store, ArtifactStore artifacts) {
        this.store = store;
        this.artifacts = artifacts;
        this.state = store.load();
    }

    /** Describes a revision as it was asked for. */
    static WantedVersion version(Revision revision, InstallRequest request) {
        return new WantedVersion(
                revision.id().version(),
                revision.spec().digest(),
                request.contextPath(),
                revision.servedAt(),
                request.fileName(),
                request.startDeadline());
    }

    synchronized List<WantedBiz> all() {
        return state.biz();
    }

    /** Tells whether a jar is needed for a version that runs or may come back. */
    synchronized boolean contains(Digest digest) {
        return digests(state).anyMatch(digest::equals);
    }

    synchronized Optional<WantedBiz> find(BizName name) {
        return state.find(name);
    }

    /** Tells whether a version shall run. */
    boolean runs(BizId biz) {
        return find(biz.name()).filter(known -> known.runs(biz.version())).isPresent();
    }

    /** Changes what is known of a biz; one that is not installed afterwards is forgotten. */
    synchronized void change(BizName name, UnaryOperator<WantedBiz> change) {
        WantedBiz changed = change.apply(state.find(name).orElseGet(() -> WantedBiz.none(name)));
        save(changed.installed() ? state.with(changed) : state.without(name));
    }

    /** Forgets a biz with all its versions. */
    synchronized void remove(BizName name) {
        save(state.without(name));
    }

    private void save(WantedState next) {
        if (!next.equals(state)) {
            store.save(next);
            digests(state).forEach(forgotten::add);
            state = next;
        }
    }

    private static Stream<Digest> digests(WantedState wanted) {
        return wanted.biz().stream().flatMap(WantedBiz::versions).map(WantedVersion::digest);
    }

    /** Returns jars of versions that were known and may not be any more; {@link #contains} tells. */
    Set<Digest> forgotten() {
        return forgotten;
    }

    /** Returns the requests that install what shall run, in order; what the store has lost is left out and logged. */
    List<InstallRequest> requests() {
        List<InstallRequest> requests = new ArrayList<>();
        for (WantedBiz biz : all()) {
            biz.current()
                    .filter(version -> !biz.isStopped())
                    .flatMap(version -> request(biz.name(), version, Strategy.REPLACE))
                    .ifPresent(requests::add);
            biz.beside().stream()
                    .flatMap(version -> request(biz.name(), version, Strategy.SIDE_BY_SIDE).stream())
                    .forEach(requests::add);
        }
        return requests;
    }

    /** Returns the versions that shall be in service and can't be, because the store has lost their jars. */
    Map<BizName, WantedVersion> withoutJar() {
        Map<BizName, WantedVersion> lost = new HashMap<>();
        for (WantedBiz biz : all()) {
            biz.current()
                    .filter(version ->
                            !biz.isStopped() && artifacts.find(version.digest()).isEmpty())
                    .ifPresent(version -> lost.put(biz.name(), version));
        }
        return lost;
    }

    /** Returns the error that there is nothing to start a version from. */
    static BerthException jarIsGone(BizName name, WantedVersion version) {
        return new BerthException(
                ErrorCode.VERSION_NOT_KNOWN,
                "The jar of version '" + version.version() + "' of biz '" + name + "' is not in the store",
                "Install it again.");
    }

    /** Returns the request that installs a version again, unless the store has lost its jar. */
    Optional<InstallRequest> request(BizName name, WantedVersion version, Strategy strategy) {
        Optional<Artifact> artifact = artifacts.find(version.digest());
        if (artifact.isEmpty()) {
            logger.atError()
                    .addKeyValue("biz", name)
                    .log(
                            "The jar of wanted biz '{}:{}' is not in the store; install it again",
                            name,
                            version.version());
        }
        return artifact.map(jar -> new InstallRequest(
                jar,
                version.fileName(),
                Optional.of(name),
                Optional.of(version.version()),
                version.contextPath(),
                version.startDeadline(),
                strategy,
                true));
    }
}
