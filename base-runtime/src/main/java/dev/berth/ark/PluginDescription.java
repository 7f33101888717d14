package dev.berth.ark;

import java.util.List;
import java.util.Optional;

/**
 * A plugin as the base tells of it.
 *
 * @param name its name
 * @param library group and artifact
 * @param version its version
 * @param priority its place in the start; a smaller number comes first
 * @param origin where it was found: {@code home} or {@code class-path}
 * @param exports the packages in which it exports something, in alphabetical order
 * @param activator the class that it is started by, unless it has none
 */
public record PluginDescription(
        String name,
        String library,
        String version,
        int priority,
        String origin,
        List<String> exports,
        Optional<String> activator) {

    public PluginDescription {
        exports = List.copyOf(exports);
    }

    static PluginDescription of(HostedPlugin plugin) {
        PluginManifest manifest = plugin.manifest();
        return new PluginDescription(
                manifest.name(),
                manifest.coordinates().name(),
                manifest.coordinates().version().orElse(""),
                manifest.priority(),
                plugin.jar().origin() == PluginJar.Origin.HOME ? "home" : "class-path",
                plugin.jar().exportedPackages().stream().sorted().toList(),
                manifest.activator());
    }
}
