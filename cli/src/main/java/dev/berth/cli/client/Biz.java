package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A business module that a base knows.
 *
 * @param name its name
 * @param version the version that is served, or else of the newest revision
 * @param state the state of that revision, such as {@code ACTIVE}
 * @param contextPath the path it is served under, unless it has no web part
 * @param revisions every copy that the base knows, newest first
 * @param problem why it is down, unless it is not
 * @param remedy what to do about that
 */
public record Biz(
        String name,
        String version,
        String state,
        Optional<String> contextPath,
        List<Revision> revisions,
        Optional<String> problem,
        Optional<String> remedy) {

    /** Copies the list. */
    public Biz {
        revisions = List.copyOf(revisions);
    }

    static Biz from(JsonObject json) {
        return new Biz(
                json.text("name"),
                json.text("version"),
                json.text("state"),
                json.optionalText("contextPath"),
                json.objects("revisions", Revision::from),
                json.object("problem").map(problem -> problem.text("message")),
                json.object("problem").map(problem -> problem.text("remedy")));
    }

    /** Returns the revision that the version and the state are those of, unless the base knows none. */
    public Optional<Revision> leading() {
        return revisions.stream()
                .filter(revision ->
                        revision.version().equals(version) && revision.state().equals(state))
                .findFirst()
                .or(() -> revisions.stream().findFirst());
    }
}
