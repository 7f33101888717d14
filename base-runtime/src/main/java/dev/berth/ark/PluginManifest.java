package dev.berth.ark;

import com.alipay.sofa.ark.spi.constant.Constants;
import dev.berth.artifact.LibraryCoordinates;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin says about itself.
 *
 * @param name its name, one a base
 * @param coordinates what it is to Maven
 * @param priority its place in the start; a smaller number comes first
 * @param activator the class that is told of start and stop
 * @param exported what it shows
 * @param imported what it takes from other plugins, or else from the base
 */
record PluginManifest(
        String name,
        LibraryCoordinates coordinates,
        int priority,
        Optional<String> activator,
        PluginNames exported,
        PluginNames imported) {

    private static final int DEFAULT_PRIORITY = 100;

    /**
     * Reads the manifest of a jar.
     *
     * @param fileName how its user knows it
     * @throws BerthException with PLUGIN_INVALID when it is none of a plugin
     */
    static PluginManifest read(JarFile jar, String fileName) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null || jar.getEntry(Constants.ARK_PLUGIN_MARK_ENTRY) == null) {
            throw invalid(fileName, "has no mark of an Ark plugin");
        }
        return of(manifest.getMainAttributes(), fileName);
    }

    private static PluginManifest of(Attributes attributes, String fileName) {
        String name = text(attributes, Constants.PLUGIN_NAME_ATTRIBUTE)
                .orElseThrow(() -> invalid(fileName, "has no 'pluginName' in its manifest"));
        Optional<String> version = text(attributes, Constants.PLUGIN_VERSION_ATTRIBUTE);
        if (version.isEmpty()) {
            throw invalid(fileName, "has no 'version' in its manifest");
        }
        return new PluginManifest(
                name,
                new LibraryCoordinates(
                        text(attributes, Constants.GROUP_ID_ATTRIBUTE),
                        text(attributes, Constants.ARTIFACT_ID_ATTRIBUTE).orElse(name),
                        version),
                priority(attributes, fileName),
                text(attributes, Constants.ACTIVATOR_ATTRIBUTE),
                names(
                        attributes,
                        Constants.EXPORT_PACKAGES_ATTRIBUTE,
                        Constants.EXPORT_CLASSES_ATTRIBUTE,
                        Constants.EXPORT_RESOURCES_ATTRIBUTE),
                names(
                        attributes,
                        Constants.IMPORT_PACKAGES_ATTRIBUTE,
                        Constants.IMPORT_CLASSES_ATTRIBUTE,
                        Constants.IMPORT_RESOURCES_ATTRIBUTE));
    }

    private static PluginNames names(Attributes attributes, String packages, String classes, String resources) {
        return new PluginNames(
                PluginNames.split(text(attributes, packages).orElse("")),
                PluginNames.split(text(attributes, classes).orElse("")),
                PluginNames.split(text(attributes, resources).orElse("")));
    }

    private static int priority(Attributes attributes, String fileName) {
        Optional<String> text = text(attributes, Constants.PRIORITY_ATTRIBUTE);
        try {
            return text.map(Integer::parseInt).orElse(DEFAULT_PRIORITY);
        } catch (NumberFormatException noNumber) {
            throw invalid(fileName, "has the priority '" + text.orElse("") + "', which is no number");
        }
    }

    private static Optional<String> text(Attributes attributes, String key) {
        return Optional.ofNullable(attributes.getValue(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    static BerthException invalid(String fileName, String reason) {
        return invalid(fileName, reason, null);
    }

    static BerthException invalid(String fileName, String reason, @Nullable Throwable cause) {
        return new BerthException(
                ErrorCode.PLUGIN_INVALID,
                "The plugin '" + fileName + "' " + reason,
                "Build it with sofa-ark-plugin-maven-plugin, or take it out of the folder 'plugins' of the home and off the"
                        + " class path of the base.",
                cause);
    }
}
