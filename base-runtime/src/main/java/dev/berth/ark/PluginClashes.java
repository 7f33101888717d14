package dev.berth.ark;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes sure that what plugins export comes from one of them alone. */
final class PluginClashes {

    private PluginClashes() {}

    /**
     * Looks at all of them.
     *
     * @throws BerthException with PLUGIN_CLASH, naming each pair and what both export
     */
    static void check(List<PluginJar> jars, Exports exports) {
        PluginNames base = new PluginNames(exports.packages(), Set.of(), Set.of());
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            PluginJar jar = jars.get(i);
            for (PluginJar other : jars.subList(0, i)) {
                clash(other, jar).ifPresent(clashes::add);
            }
            jar.manifest()
                    .exported()
                    .inCommon(base)
                    .ifPresent(name -> clashes.add(called(jar) + " and the base itself export '" + name + "'"));
        }
        if (!clashes.isEmpty()) {
            throw new BerthException(
                    ErrorCode.PLUGIN_CLASH,
                    String.join("; ", clashes),
                    "Take one of them away, or let only one export it.");
        }
    }

    private static Optional<String> clash(PluginJar first, PluginJar second) {
        String name = first.manifest().name();
        return name.equals(second.manifest().name())
                ? Optional.of("The plugins in '" + first.fileName() + "' and '" + second.fileName()
                        + "' have the same name '" + name + "'")
                : first.manifest()
                        .exported()
                        .inCommon(second.manifest().exported())
                        .map(both -> called(first) + " and " + called(second) + " export '" + both + "'");
    }

    private static String called(PluginJar jar) {
        return "Plugin '" + jar.manifest().name() + "' (" + jar.fileName() + ")";
    }
}
