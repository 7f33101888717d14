package dev.berth.web.session;

import dev.berth.biz.BizName;
import dev.berth.lifecycle.Revision;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of all biz of a base: they belong to the biz and not to one of its revisions, so they outlast a replace and
 * a rollback.
 *
 * <p>Safe for use by many threads. What remains of a biz when its last revision is released is up to the predicate given.
 */
public final class SessionVaults {

    private final Map<BizName, SessionVault> vaults = new ConcurrentHashMap<>();
    private final Predicate<Revision> keepsSessions;

    /**
     * Makes an empty collection.
     *
     * @param keepsSessions tells whether the sessions outlast the last revision of a biz, because another one follows
     */
    public SessionVaults(Predicate<Revision> keepsSessions) {
        this.keepsSessions = keepsSessions;
    }

    /**
     * Returns what manages the sessions of a revision, for Tomcat to start and stop with the revision's context.
     *
     * @param revision the revision
     * @param classLoader the loader that its attributes are read with
     */
    public RevisionSessions of(Revision revision, ClassLoader classLoader) {
        return new RevisionSessions(revision, classLoader, this);
    }

    /** Returns how many sessions a biz has. */
    public int count(BizName name) {
        @Nullable SessionVault vault = vaults.get(name);
        return vault == null ? 0 : vault.size();
    }

    SessionVault join(RevisionSessions revision) {
        return vaults.compute(revision.revision().id().name(), (name, known) -> {
            SessionVault vault = known == null ? new SessionVault() : known;
            vault.join(revision);
            return vault;
        });
    }

    /** Takes a revision out; tells whether its sessions go on. */
    boolean leave(RevisionSessions leaving, SessionVault vault) {
        return vault.leave(leaving) || keepsSessions.test(leaving.revision());
    }

    void forgetIfUnused(BizName name) {
        vaults.computeIfPresent(name, (key, vault) -> vault.isUnused() ? null : vault);
    }
}
