package dev.berth.ark;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes sure that what plugins export comes from one of them alone. */
final class PluginClashes {

    private PluginClashes() {}

    /**
     * Looks at all of them.
     *
     * @param ofLibraries the packages of whole libraries that the base exports, with the library of each
     * @throws BerthException with PLUGIN_CLASH, naming each pair and what both export
     */
    static void check(List<PluginJar> jars, Exports exports, Map<String, String> ofLibraries) {
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
            clash(jar, ofLibraries).ifPresent(clashes::add);
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
                        .or(() -> sameResource(first, second))
                        .map(both -> called(first) + " and " + called(second) + " export '" + both + "'");
    }

    private static Optional<String> sameResource(PluginJar first, PluginJar second) {
        if (first.manifest().exported().resources().isEmpty()
                || second.manifest().exported().resources().isEmpty()) {
            return Optional.empty();
        }
        Set<String> both = new TreeSet<>(first.exportedResources());
        both.retainAll(second.exportedResources());
        return both.stream().findFirst();
    }

    /** A package that the plugin imports as well comes from the base for everybody. */
    private static Optional<String> clash(PluginJar jar, Map<String, String> ofLibraries) {
        PluginManifest manifest = jar.manifest();
        return manifest.exported().among(ofLibraries.keySet()).stream()
                .filter(name -> !manifest.imported().hasPackage(name))
                .sorted()
                .findFirst()
                .map(name -> called(jar) + " and the library '" + ofLibraries.get(name) + "', which the base exports,"
                        + " export '" + name + "'");
    }

    private static String called(PluginJar jar) {
        return "Plugin '" + jar.manifest().name() + "' (" + jar.fileName() + ")";
    }
}
