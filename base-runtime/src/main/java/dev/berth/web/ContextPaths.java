package dev.berth.web;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which biz has which path. A path belongs to one biz; several revisions of it may hold it at once.
 *
 * <p>Safe for use by many threads.
 */
final class ContextPaths {

    private final Map<ContextPath, Holder> holders = new ConcurrentHashMap<>();

    /**
     * Takes a path for a revision.
     *
     * @throws BerthException with CONTEXT_PATH_IN_USE when another biz has it
     */
    void reserve(ContextPath path, Revision revision) {
        BizName name = revision.id().name();
        Holder holder = holders.compute(path, (key, known) -> {
            if (known == null) {
                return new Holder(name, Set.of(revision));
            }
            return known.name().equals(name) ? known.with(revision) : known;
        });
        if (!holder.name().equals(name)) {
            throw new BerthException(
                    ErrorCode.CONTEXT_PATH_IN_USE,
                    "Context path '" + path + "' of biz '" + name + "' is in use by biz '" + holder.name() + "'",
                    "Give another path with --context-path, or uninstall '" + holder.name() + "' first.");
        }
    }

    void release(Revision revision) {
        holders.keySet()
                .forEach(path -> holders.computeIfPresent(path, (key, holder) -> {
                    Holder rest = holder.without(revision);
                    return rest.revisions().isEmpty() ? null : rest;
                }));
    }

    private record Holder(BizName name, Set<Revision> revisions) {

        Holder with(Revision revision) {
            Set<Revision> more = new HashSet<>(revisions);
            more.add(revision);
            return new Holder(name, Set.copyOf(more));
        }

        Holder without(Revision revision) {
            Set<Revision> fewer = new HashSet<>(revisions);
            fewer.remove(revision);
            return new Holder(name, Set.copyOf(fewer));
        }
    }
}
