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
 * <p>Safe for use by many threads. A biz that nobody wants any more loses its sessions when its first revision stops.
 */
public final class SessionVaults {

    private final Map<BizName, SessionVault> vaults = new ConcurrentHashMap<>();
    private volatile Predicate<BizName> goesOn = name -> true;

    /** Makes an empty collection; the sessions of every biz are kept until told otherwise. */
    public SessionVaults() {}

    /**
     * Decides which sessions outlast a revision that stops.
     *
     * @param wanted tells whether a biz goes on, with another revision or the same one later
     */
    public void keepWhile(Predicate<BizName> wanted) {
        goesOn = wanted;
    }

    /** Forgets the sessions of a biz of which no revision is left to be told. */
    public void drop(BizName name) {
        vaults.computeIfPresent(name, (key, vault) -> vault.isLeft() ? null : vault);
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

    /** Tells whether the sessions of a biz go on when one of its revisions stops. */
    boolean goOn(BizName name) {
        return goesOn.test(name);
    }

    /** Takes a revision out, which has nothing left in the vault. */
    void leave(RevisionSessions leaving) {
        vaults.computeIfPresent(leaving.revision().id().name(), (key, vault) -> {
            vault.leave(leaving);
            return vault.isLeft() && vault.size() == 0 ? null : vault;
        });
    }
}
