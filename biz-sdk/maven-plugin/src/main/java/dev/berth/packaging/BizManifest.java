package dev.berth.packaging;

import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * What a slim biz jar says of itself.
 *
 * @param name the biz's name
 * @param version the biz's version
 * @param startClass the class whose {@code main} starts the biz
 * @param contextPath the path under which the base serves it, if it isn't {@code /<name>}
 * @param warmUp the calls that it must answer before it receives others
 * @param imported the packages that it takes from plugins of the base
 * @param shared the libraries that the base is to provide
 * @param pluginVersion the version of this plugin
 */
record BizManifest(
        String name,
        String version,
        String startClass,
        Optional<String> contextPath,
        Optional<WarmUpCalls> warmUp,
        ImportedPackages imported,
        List<Library> shared,
        String pluginVersion) {

    BizManifest {
        shared = List.copyOf(shared);
    }

    Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Berth-Biz-Name", name);
        attributes.putValue("Berth-Biz-Version", version);
        attributes.putValue("Start-Class", startClass);
        contextPath.ifPresent(path -> attributes.putValue("Berth-Context-Path", path));
        warmUp.ifPresent(calls -> attributes.putValue("Berth-Warm-Up", calls.attribute()));
        imported.attribute().ifPresent(packages -> attributes.putValue("Berth-Import-Packages", packages));
        attributes.putValue("Berth-Libraries", libraries());
        attributes.putValue("Berth-Plugin-Version", pluginVersion);
        return manifest;
    }

    private String libraries() {
        return shared.stream()
                .map(library -> library.coordinates().toString())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
