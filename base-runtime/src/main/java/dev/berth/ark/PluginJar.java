package dev.berth.ark;

import dev.berth.artifact.LibraryFacts;
import dev.berth.artifact.LibraryReader;
import dev.berth.artifact.LibraryStore;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The jar of a plugin: its own classes at the root, the libraries that only it sees in {@code lib}.
 *
 * @param fileName how its user knows it
 * @param origin where it was found
 * @param manifest what it says about itself
 * @param classPath the jar, then its libraries
 * @param libraries what it has at the root, then its libraries
 */
record PluginJar(
        String fileName, Origin origin, PluginManifest manifest, List<Path> classPath, List<LibraryFacts> libraries) {

    private static final String LIBRARIES = "lib/";
    private static final List<String> OF_ANY_JAR = List.of(
            "META-INF/services/",
            "META-INF/spring.factories",
            "META-INF/spring/",
            "META-INF/MANIFEST.MF",
            "META-INF/maven/",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/DEPENDENCIES");

    /** Where a plugin was found. */
    enum Origin {
        HOME,
        CLASS_PATH
    }

    PluginJar {
        classPath = List.copyOf(classPath);
        libraries = List.copyOf(libraries);
    }

    /**
     * Reads a jar and gets its libraries out of it.
     *
     * @throws BerthException with PLUGIN_INVALID when it can't be read
     */
    static PluginJar read(Path file, String fileName, Origin origin, LibraryStore store) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            PluginManifest manifest = PluginManifest.read(jar, fileName);
            List<Path> classPath = new ArrayList<>(List.of(file));
            classPath.addAll(store.obtainAll(jar, LIBRARIES));
            List<LibraryFacts> libraries = new ArrayList<>();
            for (Path entry : classPath) {
                libraries.add(LibraryReader.read(entry, entry.getFileName().toString()));
            }
            return new PluginJar(fileName, origin, manifest, classPath, libraries);
        } catch (IOException unreadable) {
            throw PluginManifest.invalid(fileName, "is no readable jar", unreadable);
        } catch (BerthException damaged) {
            throw damaged.code() == ErrorCode.NOT_A_JAR
                    ? PluginManifest.invalid(fileName, "has a library that is no readable jar", damaged)
                    : damaged;
        }
    }

    /** Returns the packages in which it exports something. */
    Set<String> exportedPackages() {
        Set<String> all = new HashSet<>();
        libraries.forEach(library -> all.addAll(library.packages()));
        return manifest.exported().among(all);
    }

    /** Returns the resources that it has and exports by name, but not those that each jar may have: of these all are found. */
    Set<String> exportedResources() {
        Set<String> all = new HashSet<>();
        for (Path entry : classPath) {
            try (JarFile jar = new JarFile(entry.toFile(), false)) {
                jar.versionedStream()
                        .map(ZipEntry::getName)
                        .filter(name ->
                                !name.endsWith("/") && OF_ANY_JAR.stream().noneMatch(name::startsWith))
                        .filter(manifest.exported()::hasResource)
                        .forEach(all::add);
            } catch (IOException unreadable) {
                throw PluginManifest.invalid(fileName, "is no readable jar", unreadable);
            }
        }
        return all;
    }

    URL[] urls() {
        return classPath.stream().map(PluginJar::url).toArray(URL[]::new);
    }

    static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A file has no URL", impossible);
        }
    }
}
