package dev.berth.control;

import java.util.List;

/**
 * Which beans of the base a revision imports, and why not the others.
 *
 * @param name the name of the biz
 * @param version its version
 * @param revision its id
 * @param imports one entry an exported bean, in alphabetical order
 */
public record ImportsView(String name, String version, String revision, List<Entry> imports) {

    public ImportsView {
        imports = List.copyOf(imports);
    }

    /**
     * One bean that the base exports.
     *
     * @param bean its name in the base
     * @param type its type as the base declared it
     * @param types the types by which the biz can have it injected
     * @param decision {@code imported}, {@code own} where a bean of the biz wins, {@code excluded} or {@code not-visible}
     * @param reason why
     */
    public record Entry(String bean, String type, List<String> types, String decision, String reason) {

        public Entry {
            types = List.copyOf(types);
        }
    }
}
