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
    Class<?> imported(String name) throws ClassNotFoundException {
        return importing.isEmpty() || !imports.test(name) ? null : load(importing, name);
    }

    /** Loads a class of a plugin that the revision declares; nothing if none exports such. */
    @Nullable
    Class<?> declared(String name) throws ClassNotFoundException {
        return load(declared, name);
    }

    private static @Nullable Class<?> load(List<HostedPlugin> plugins, String name) throws ClassNotFoundException {
        for (HostedPlugin plugin : plugins) {
            if (plugin.exportsClass(name)) {
                return plugin.loader().loadClass(name);
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
