package dev.berth.ark;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/** What the plugins of a base show to each other. */
interface PluginExports {

    /** Finds the plugin that exports a class. */
    Optional<PluginLoader> exporter(String className);

    /** Returns the resources of a name that plugins other than the one that asks export, in the order of their start. */
    List<URL> resources(String name, PluginLoader asking);
}
