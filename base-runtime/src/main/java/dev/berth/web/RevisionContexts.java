package dev.berth.web;

import dev.berth.lifecycle.Revision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The contexts on the base's host, by revision; safe for use by many threads. */
final class RevisionContexts {

    private final Map<Revision, RevisionContext> contexts = new ConcurrentHashMap<>();

    void add(RevisionContext context) {
        contexts.put(context.revision(), context);
    }

    void remove(RevisionContext context) {
        contexts.remove(context.revision(), context);
    }

    /** Returns the context of a revision, unless it has no web part. */
    Optional<RevisionContext> of(Revision revision) {
        return Optional.ofNullable(contexts.get(revision));
    }

    Collection<RevisionContext> all() {
        return List.copyOf(contexts.values());
    }
}
