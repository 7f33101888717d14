package dev.berth.beans;

import java.util.List;

/**
 * What became of an export in one biz, for people.
 *
 * @param bean the name of the bean in the base
 * @param type its type as the base declared it
 * @param types the types by which the biz can have it injected
 * @param outcome what became of it
 * @param reason why, for whoever expected something else; a sentence fragment
 */
public record Import(String bean, String type, List<String> types, Outcome outcome, String reason) {

    public Import {
        types = List.copyOf(types);
    }

    /** What can become of an export. */
    public enum Outcome {
        /** The biz can have it injected. */
        IMPORTED,
        /** The biz has a bean of its own of that name or type, which wins. */
        OWN,
        /** A setting of the biz leaves it out. */
        EXCLUDED,
        /** The biz shares none of its types with the base. */
        NOT_VISIBLE
    }
}
