package dev.berth.ark;

import com.alipay.sofa.ark.container.model.PluginModel;
import com.alipay.sofa.ark.exception.ArkRuntimeException;
import dev.berth.artifact.ArchiveLimits;
import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryStore;
import dev.berth.biz.BizId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.linkage.BaseLibrary;
import dev.berth.linkage.Linkage;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of a base: each in a loader of its own, started by priority and then by name, stopped in reverse.
 *
 * <p>They live as long as the base. Safe for use by many threads once started.
 */
public final class Plugins implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Plugins.class);

    private static final Comparator<PluginJar> ORDER = Comparator.comparingInt(
                    (PluginJar jar) -> jar.manifest().priority())
            .thenComparing(jar -> jar.manifest().name());

    private final List<HostedPlugin> all = new ArrayList<>();
    private final Deque<HostedPlugin> started = new ArrayDeque<>();
    private final List<BaseLibrary> libraries = new ArrayList<>();
    private final PluginExports shown = new Shown();

    private Plugins() {}

    /**
     * Finds the plugins and starts them. After a failure none is left running.
     *
     * @param ark knows them too
     * @param home has some in its folder {@code plugins}, and keeps their libraries
     * @param exports what the base itself exports
     * @throws BerthException with PLUGIN_INVALID for one that can't be read, PLUGIN_CLASH for two that export the same,
     *     PLUGIN_START_FAILED for an activator that fails
     */
    public static Plugins start(ArkCore ark, Path home, Exports exports) {
        LibraryStore store = new LibraryStore(home, ArchiveLimits.defaults());
        List<PluginJar> jars = new PluginFinder(home, ark.application(), store)
                .find().stream().sorted(ORDER).toList();
        PluginClashes.check(jars, exports, BaseExportedPackages.beside(jars, exports, ark.application()));
        Plugins plugins = new Plugins();
        boolean complete = false;
        try {
            jars.forEach(jar -> plugins.add(jar, ark));
            plugins.all.forEach(plugin -> plugins.libraries.addAll(plugin.libraries(exports)));
            plugins.all.forEach(plugins::start);
            complete = true;
            return plugins;
        } finally {
            if (!complete) {
                plugins.close();
            }
        }
    }

    private void add(PluginJar jar, ArkCore ark) {
        PluginManifest manifest = jar.manifest();
        PluginLoader loader = new PluginLoader(jar, ark.application(), shown);
        PluginModel model = new PluginModel()
                .setPluginName(manifest.name())
                .setGroupId(manifest.coordinates().group().orElse(""))
                .setArtifactId(manifest.coordinates().artifact())
                .setVersion(manifest.coordinates().version().orElse(""))
                .setPriority(String.valueOf(manifest.priority()))
                .setPluginActivator(manifest.activator().orElse(""))
                .setClassPath(jar.urls())
                .setPluginUrl(jar.urls()[0])
                .setExportClasses(String.join(",", manifest.exported().classes()))
                .setExportPackages(String.join(",", manifest.exported().packages()))
                .setExportResources(String.join(",", manifest.exported().resources()))
                .setImportClasses(String.join(",", manifest.imported().classes()))
                .setImportPackages(String.join(",", manifest.imported().packages()))
                .setImportResources(String.join(",", manifest.imported().resources()))
                .setPluginClassLoader(loader);
        model.setPluginContext(new ActivatorContext(model, ark.plugins()));
        ark.plugins().registerPlugin(model);
        all.add(new HostedPlugin(jar, loader, model));
    }

    private void start(HostedPlugin plugin) {
        PluginManifest manifest = plugin.manifest();
        try {
            plugin.model().start();
            started.push(plugin);
            logger.info(
                    "Plugin '{}' {} has started",
                    manifest.name(),
                    manifest.coordinates().version().orElse(""));
        } catch (ArkRuntimeException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new BerthException(
                    ErrorCode.PLUGIN_START_FAILED,
                    "The activator of plugin '" + manifest.name() + "' failed: " + cause,
                    "Look at the stack trace in the log; a base without the plugin starts when its jar '"
                            + plugin.jar().fileName() + "' is taken away.",
                    cause);
        }
    }

    /** Returns all, in the order of their start. */
    public List<PluginDescription> descriptions() {
        return all.stream().map(PluginDescription::of).toList();
    }

    /** Returns their loaders, in the order of their start. */
    public List<ClassLoader> loaders() {
        return all.stream().<ClassLoader>map(HostedPlugin::loader).toList();
    }

    /** Returns the libraries that a biz can declare to see what plugins export. */
    List<BaseLibrary> libraries() {
        return List.copyOf(libraries);
    }

    /** Tells whether a library comes from a plugin, so that the base's own copy is not shared. */
    boolean have(LibraryCoordinates library) {
        return libraries.stream().anyMatch(mine -> mine.coordinates().name().equals(library.name()));
    }

    /**
     * Returns what a revision sees of the plugins.
     *
     * @throws BerthException with LINKAGE_REFUSED when it imports what none exports
     */
    VisiblePlugins visibleTo(BizId biz, Linkage linkage, Map<String, String> manifest) {
        Set<String> declared = new HashSet<>();
        linkage.shared().forEach(library -> library.plugin().ifPresent(declared::add));
        BizImports imports = BizImports.of(manifest);
        return new VisiblePlugins(
                imports.wanted(),
                imports.from(all, biz),
                all.stream()
                        .filter(plugin -> declared.contains(plugin.manifest().name()))
                        .toList());
    }

    /** Stops them, the last that started first, and closes their loaders; a second time does nothing. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            HostedPlugin plugin = started.pop();
            try {
                plugin.model().stop();
            } catch (ArkRuntimeException failure) {
                // The end of the base: each gets its turn
                logger.warn(
                        "Plugin '{}' could not be stopped", plugin.manifest().name(), failure);
            }
        }
        all.forEach(Plugins::close);
    }

    private static void close(HostedPlugin plugin) {
        try {
            plugin.loader().close();
        } catch (IOException failure) {
            logger.warn(
                    "A jar of plugin '{}' could not be closed",
                    plugin.manifest().name(),
                    failure);
        }
    }

    private final class Shown implements PluginExports {

        @Override
        public Optional<PluginLoader> exporter(String className) {
            return all.stream()
                    .filter(plugin -> plugin.exportsClass(className))
                    .map(HostedPlugin::loader)
                    .findFirst();
        }

        @Override
        public List<URL> resources(String name, PluginLoader asking) {
            return all.stream()
                    .filter(plugin -> plugin.loader() != asking)
                    .flatMap(plugin -> plugin.exportedResources(name).stream())
                    .toList();
        }
    }
}
