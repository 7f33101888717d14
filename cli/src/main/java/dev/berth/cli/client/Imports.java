package dev.berth.cli.client;

import dev.berth.cli.json.JsonObject;
import java.util.List;

/**
 * Which beans of its base a revision imports, and why not the others.
 *
 * @param name the name of the biz
 * @param revision the id of the revision
 * @param imports one entry an exported bean
 */
public record Imports(String name, String revision, List<Entry> imports) {

    /** Copies the list. */
    public Imports {
        imports = List.copyOf(imports);
    }

    static Imports from(JsonObject json) {
        return new Imports(json.text("name"), json.text("revision"), json.objects("imports", Entry::from));
    }

    /**
     * One bean that the base exports.
     *
     * @param bean its name in the base
     * @param type its type as the base declared it
     * @param decision {@code imported}, {@code own}, {@code excluded} or {@code not-visible}
     * @param reason why
     */
    public record Entry(String bean, String type, String decision, String reason) {

        static Entry from(JsonObject json) {
            return new Entry(json.text("bean"), json.text("type"), json.text("decision"), json.text("reason"));
        }
    }
}
