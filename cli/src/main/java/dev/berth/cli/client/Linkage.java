package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Which libraries a revision shares with its base and which it brings.
 *
 * @param name the name of the biz
 * @param revision the id of the revision
 * @param libraries one entry a library
 */
public record Linkage(String name, String revision, List<Entry> libraries) {

    /** Copies the list. */
    public Linkage {
        libraries = List.copyOf(libraries);
    }

    static Linkage from(JsonObject json) {
        return new Linkage(json.text("name"), json.text("revision"), json.objects("libraries", Entry::from));
    }

    /**
     * One library.
     *
     * @param library group and artifact, or the artifact alone
     * @param bizVersion the version that the biz declares
     * @param baseVersion the version that the base has, unless it has none
     * @param plugin the plugin that has it in the base, unless none does
     * @param decision {@code share} or {@code bring}
     * @param reason why
     */
    public record Entry(
            String library,
            String bizVersion,
            Optional<String> baseVersion,
            Optional<String> plugin,
            String decision,
            String reason) {

        static Entry from(JsonObject json) {
            return new Entry(
                    json.text("library"),
                    json.text("bizVersion"),
                    json.optionalText("baseVersion"),
                    json.optionalText("plugin"),
                    json.text("decision"),
                    json.text("reason"));
        }
    }
}
