package dev.berth.web.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions of one biz, by id, and the revisions that look at them. Safe for use by many threads. */
final class SessionVault {

    private final Map<String, SharedSession> sessions = new ConcurrentHashMap<>();
    private final Set<RevisionSessions> revisions = ConcurrentHashMap.newKeySet();

    Optional<SharedSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    Collection<SharedSession> all() {
        return List.copyOf(sessions.values());
    }

    int size() {
        return sessions.size();
    }

    /** Makes a session known by an id, and no longer by the one it had. */
    void name(SharedSession session, String id) {
        String before = session.id();
        session.id(id);
        sessions.put(id, session);
        if (!before.equals(id)) {
            sessions.remove(before, session);
        }
    }

    /** Forgets a session that has ended. */
    void remove(SharedSession session) {
        sessions.remove(session.id(), session);
        revisions.forEach(revision -> revision.forget(session));
    }

    void join(RevisionSessions revision) {
        revisions.add(revision);
    }

    void leave(RevisionSessions revision) {
        revisions.remove(revision);
    }

    /** Tells whether no revision looks at the sessions. */
    boolean isLeft() {
        return revisions.isEmpty();
    }

    /** Lets nothing of a revision remain in any session. */
    void release(RevisionSessions revision) {
        // Whoever asks looks at the revision that serves; the one that goes is forgotten in a moment
        Drops drops = revisions.stream()
                .filter(RevisionSessions::active)
                .findFirst()
                .orElse(revision)
                .drops();
        for (SharedSession session : all()) {
            for (String name : session.names()) {
                @Nullable SharedAttribute attribute = session.attribute(name);
                if (attribute != null && !attribute.leave(revision, session, drops)) {
                    session.remove(name, attribute);
                }
            }
        }
    }
}
