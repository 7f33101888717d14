package dev.berth.ark;

import java.net.URL;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one revision sees of the plugins: what it imports, which comes before its own, and what it declares, which comes
 * after.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param imports what it imports
 * @param importing the plugins that it imports something from
 * @param declared the plugins that it declares
 */
record VisiblePlugins(Predicate<String> imports, List<HostedPlugin> importing, List<HostedPlugin> declared) {

    VisiblePlugins {
        importing = List.copyOf(importing);
        declared = List.copyOf(declared);
    }

    /** Loads a class that the revision imports; nothing if it imports no such. */
    @Nullable
    Class<?> imported(String name) {
        return importing.isEmpty() || !imports.test(name) ? null : load(importing, name);
    }

    /** Loads a class of a plugin that the revision declares; nothing if none exports such. */
    @Nullable
    Class<?> declared(String name) {
        return load(declared, name);
    }

    /** A plugin may export packages of which it has a part only, or none: the rest comes from elsewhere. */
    private static @Nullable Class<?> load(List<HostedPlugin> plugins, String name) {
        for (HostedPlugin plugin : plugins) {
            Class<?> type = plugin.exportsClass(name) ? PluginLoader.from(plugin.loader(), name) : null;
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** Returns what the plugins that it sees export under that name. */
    List<URL> resources(String name) {
        if (importing.isEmpty() && declared.isEmpty()) {
            return List.of();
        }
        return Stream.concat(importing.stream(), declared.stream())
                .distinct()
                .flatMap(plugin -> plugin.exportedResources(name).stream())
                .toList();
    }
}
