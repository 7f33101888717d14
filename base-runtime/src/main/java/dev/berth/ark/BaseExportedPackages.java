package dev.berth.ark;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The packages of whole libraries that a base exports, where plugins export something too. */
final class BaseExportedPackages {

    private BaseExportedPackages() {}

    /**
     * Reads the class path of the base, unless there can be no clash: a base without plugins has no time for it.
     *
     * @param jars the plugins; what these have themselves is theirs, not that of a jar on the class path
     * @return the library that has it for each package, in alphabetical order
     */
    static Map<String, String> beside(Collection<PluginJar> jars, Exports exports, ClassLoader application) {
        Map<String, String> packages = new TreeMap<>();
        if (jars.isEmpty() || exports.libraries().isEmpty()) {
            return packages;
        }
        Set<String> ofPlugins = ofPlugins(jars);
        ClassPathLocations.of(application).stream()
                .map(url -> BaseLocation.read(0, url))
                .filter(BaseLocation::shareable)
                .map(BaseLocation::facts)
                .flatMap(Optional::stream)
                .filter(library -> exports.exports(library.coordinates()))
                .filter(library -> !ofPlugins.contains(library.coordinates().name()))
                .forEach(library -> library.packages()
                        .forEach(name ->
                                packages.putIfAbsent(name, library.coordinates().name())));
        return packages;
    }

    private static Set<String> ofPlugins(Collection<PluginJar> jars) {
        Set<String> names = new HashSet<>();
        for (PluginJar jar : jars) {
            names.add(jar.manifest().coordinates().name());
            names.addAll(jar.libraries().stream()
                    .map(LibraryFacts::coordinates)
                    .map(LibraryCoordinates::name)
                    .collect(Collectors.toSet()));
        }
        return names;
    }
}
