package dev.berth.ark;

import com.alipay.sofa.ark.spi.constant.Constants;
import dev.berth.biz.BizId;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the manifest of a biz imports of plugins.
 *
 * <p>{@code Berth-Import-Packages} names packages. A biz of SOFAArk's own format imports all that plugins export, as it
 * does there, less what {@code deny-import-packages} and {@code deny-import-classes} name.
 */
final class BizImports {

    static final String ATTRIBUTE = "Berth-Import-Packages";

    private static final String ARK_BIZ = "Ark-Biz-Name";

    private final PluginNames named;
    private final Predicate<String> wanted;
    private final boolean all;

    private BizImports(PluginNames named, Predicate<String> wanted, boolean all) {
        this.named = named;
        this.wanted = wanted;
        this.all = all;
    }

    static BizImports of(Map<String, String> manifest) {
        Set<String> packages = PluginNames.split(manifest.getOrDefault(ATTRIBUTE, ""));
        if (!packages.isEmpty() || !manifest.containsKey(ARK_BIZ)) {
            PluginNames named = new PluginNames(packages, Set.of(), Set.of());
            return new BizImports(named, named::hasClass, false);
        }
        PluginNames denied = new PluginNames(
                PluginNames.split(manifest.getOrDefault(Constants.DENY_IMPORT_PACKAGES, "")),
                PluginNames.split(manifest.getOrDefault(Constants.DENY_IMPORT_CLASSES, "")),
                Set.of());
        return new BizImports(denied, name -> !denied.hasClass(name), true);
    }

    /** Tells whether it wants a class, if a plugin exports it. */
    Predicate<String> wanted() {
        return wanted;
    }

    /**
     * Returns the plugins that it imports something from.
     *
     * @throws BerthException with LINKAGE_REFUSED when no plugin exports a package that it names
     */
    List<HostedPlugin> from(Collection<HostedPlugin> plugins, BizId biz) {
        if (all) {
            return List.copyOf(plugins);
        }
        for (String pattern : named.packages()) {
            PluginNames one = new PluginNames(Set.of(pattern), Set.of(), Set.of());
            if (plugins.stream().noneMatch(plugin -> exports(plugin, one))) {
                throw new BerthException(
                        ErrorCode.LINKAGE_REFUSED,
                        "Biz '" + biz + "' imports the package '" + pattern + "', and no plugin of the base exports it",
                        "Put the plugin into the folder 'plugins' of the base's home and start the base anew, or take the"
                                + " package out of " + ATTRIBUTE + " in the biz's manifest.");
            }
        }
        return plugins.stream().filter(plugin -> exports(plugin, named)).toList();
    }

    private static boolean exports(HostedPlugin plugin, PluginNames names) {
        return plugin.manifest().exported().inCommon(names).isPresent();
    }
}
