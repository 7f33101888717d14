package dev.berth.web;

import dev.berth.biz.RevisionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;

/**
 * Finds the revision that a request asks for by the header {@code Berth-Revision}, with a version or the id of a
 * revision, so that one which is not active can be tried.
 */
final class TryHeader {

    static final String NAME = "Berth-Revision";

    private final RevisionContexts contexts;

    TryHeader(RevisionContexts contexts) {
        this.contexts = contexts;
    }

    /** Returns what the request asks for, unless it asks for nothing. */
    static Optional<String> wanted(Request request) {
        return Optional.ofNullable(request.getHeader(NAME)).filter(text -> !text.isBlank());
    }

    /** Returns the contexts of revisions under the path of the request, those with the longest path first. */
    List<RevisionContext> candidates(Request request) {
        String path = request.getDecodedRequestURI();
        return contexts.all().stream()
                .filter(context -> contains(context.getPath(), path))
                .sorted(Comparator.comparingInt(
                                (RevisionContext context) -> context.getPath().length())
                        .reversed())
                .toList();
    }

    static boolean names(String wanted, RevisionContext context) {
        RevisionId id = context.revision().id();
        return id.version().value().equals(wanted) || id.toString().equals(wanted);
    }

    private static boolean contains(String path, String requestPath) {
        return requestPath.startsWith(path)
                && (requestPath.length() == path.length() || requestPath.charAt(path.length()) == '/');
    }
}
