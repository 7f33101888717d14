package dev.berth.control;

import dev.berth.artifact.Artifact;
import dev.berth.artifact.ArtifactStore;
import dev.berth.biz.BizId;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.Digest;
import dev.berth.lifecycle.Revision;
import dev.berth.store.WantedBiz;
import dev.berth.store.WantedState;
import dev.berth.store.WantedStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be installed, as the home keeps it; replayed when the base starts.
 *
 * <p>Safe for use by many threads; each change is on the disk when the method returns.
 */
final class Wanted {

    private static final Logger logger = LoggerFactory.getLogger(Wanted.class);

    private final WantedStateStore store;
    private WantedState state;

    Wanted(WantedStateStore store) {
        this.store = store;
        this.state = store.load();
    }

    synchronized void add(Revision revision, InstallRequest request) {
        BizId id = revision.id().biz();
        save(state.with(new WantedBiz(
                id.name(),
                id.version(),
                revision.spec().digest(),
                request.contextPath(),
                request.fileName(),
                request.startDeadline())));
    }

    synchronized boolean contains(BizName name, @Nullable BizVersion version) {
        return state.biz().stream().anyMatch(wanted -> matches(wanted, name, version));
    }

    synchronized boolean contains(Digest digest) {
        return state.biz().stream().anyMatch(wanted -> wanted.digest().equals(digest));
    }

    /** Forgets a biz, or one version of it; tells whether it was there. */
    synchronized boolean remove(BizName name, @Nullable BizVersion version) {
        if (!contains(name, version)) {
            return false;
        }
        save(version == null ? state.without(name) : state.without(new BizId(name, version)));
        return true;
    }

    /** Returns the requests that install what is wanted, in order; what the store has lost is left out and logged. */
    synchronized List<InstallRequest> requests(ArtifactStore artifacts) {
        List<InstallRequest> requests = new ArrayList<>();
        for (WantedBiz wanted : state.biz()) {
            Optional<Artifact> artifact = artifacts.find(wanted.digest());
            if (artifact.isEmpty()) {
                logger.atError()
                        .addKeyValue("biz", wanted.name())
                        .log("The jar of wanted biz '{}' is not in the store; install it again", wanted.id());
                continue;
            }
            requests.add(new InstallRequest(
                    artifact.get(),
                    wanted.fileName(),
                    Optional.of(wanted.name()),
                    Optional.of(wanted.version()),
                    wanted.contextPath(),
                    wanted.startDeadline()));
        }
        return requests;
    }

    private void save(WantedState next) {
        if (!next.equals(state)) {
            store.save(next);
            state = next;
        }
    }

    private static boolean matches(WantedBiz wanted, BizName name, @Nullable BizVersion version) {
        return wanted.name().equals(name)
                && (version == null || wanted.version().equals(version));
    }
}
