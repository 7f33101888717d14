package dev.berth.beans;

import java.util.List;
import java.util.Optional;

/**
 * What became of a bean that the base is to export, for people.
 *
 * @param name the name of the bean, or the setting that asks for it where no bean fits that
 * @param aliases its other names
 * @param type its type as it was declared, unless that is not known
 * @param refusal why it is not exported, unless it is
 */
public record Export(String name, List<String> aliases, Optional<String> type, Optional<String> refusal) {

    public Export {
        aliases = List.copyOf(aliases);
    }

    static Export of(ExportedBean bean) {
        return new Export(bean.name(), bean.aliases(), Optional.of(bean.typeName()), Optional.empty());
    }

    static Export refused(String name, Optional<String> type, String why) {
        return new Export(name, List.of(), type, Optional.of(why));
    }
}
