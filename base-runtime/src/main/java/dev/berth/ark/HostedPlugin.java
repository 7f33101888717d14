package dev.berth.ark;

import com.alipay.sofa.ark.container.model.PluginModel;
import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import dev.berth.linkage.BaseLibrary;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin in a base.
 *
 * @param jar what it is made of
 * @param loader defines its classes
 * @param model what SOFAArk knows of it
 */
record HostedPlugin(PluginJar jar, PluginLoader loader, PluginModel model) {

    PluginManifest manifest() {
        return jar.manifest();
    }

    boolean exportsClass(String name) {
        return manifest().exported().hasClass(name);
    }

    /** Returns the resources of that name that it shows: those it exports, and the files of exported classes. */
    List<URL> exportedResources(String name) {
        PluginNames exported = manifest().exported();
        boolean shown = exported.hasResource(name)
                || (name.endsWith(".class")
                        && exported.hasClass(name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')));
        try {
            return shown ? Collections.list(loader.findResources(name)) : List.of();
        } catch (IOException unreadable) {
            // As of any class path: what can't be read is not found
            return List.of();
        }
    }

    /**
     * Returns what a biz can declare to see what it exports: the plugin itself, and each of its libraries of which it
     * exports all packages.
     */
    List<BaseLibrary> libraries(Exports ofBase) {
        List<BaseLibrary> all = new ArrayList<>();
        all.add(library(manifest().coordinates(), jar.exportedPackages(), ofBase));
        for (LibraryFacts nested : jar.libraries().subList(1, jar.libraries().size())) {
            boolean whole = !nested.packages().isEmpty()
                    && nested.packages().stream().allMatch(manifest().exported()::hasPackage);
            if (whole) {
                all.add(library(nested.coordinates(), nested.packages(), ofBase));
            }
        }
        return List.copyOf(all);
    }

    private BaseLibrary library(LibraryCoordinates coordinates, Set<String> packages, Exports ofBase) {
        return new BaseLibrary(
                coordinates,
                packages,
                ofBase.exports(coordinates),
                Set::of,
                Optional.of(manifest().name()));
    }
}
