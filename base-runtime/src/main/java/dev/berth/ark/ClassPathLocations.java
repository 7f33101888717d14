package dev.berth.ark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists where the classes of a base application come from, in the order in which they are searched.
 *
 * <p>Covers the three ways to start: an executable jar (Spring Boot's loader lists its nested jars), an extracted one
 * (the manifest's Class-Path) and a plain class path.
 */
final class ClassPathLocations {

    private static final Logger logger = LoggerFactory.getLogger(ClassPathLocations.class);

    /** By their text: comparing URLs looks up hosts. */
    private final Map<String, URL> locations = new LinkedHashMap<>();

    private ClassPathLocations() {}

    /** Lists a class path as the JDK's loader reads it. */
    static Collection<URL> of(String classPath) {
        ClassPathLocations found = new ClassPathLocations();
        found.addClassPath(classPath);
        return found.locations.values();
    }

    static Collection<URL> of(ClassLoader application) {
        ClassPathLocations found = new ClassPathLocations();
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        for (ClassLoader loader = application; loader != null && loader != platform; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                Arrays.stream(urls.getURLs()).forEach(found::add);
            } else if (loader == ClassLoader.getSystemClassLoader() && !found.insideAnExecutableJar()) {
                found.addClassPath(System.getProperty("java.class.path", ""));
            }
        }
        return found.locations.values();
    }

    /** Then the class path is that jar alone, of which the JDK's loader sees only Spring Boot's launcher. */
    private boolean insideAnExecutableJar() {
        return locations.keySet().stream().anyMatch(location -> location.startsWith("jar:nested:"));
    }

    private void addClassPath(String classPath) {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!entry.isEmpty() && Files.exists(path)) {
                try {
                    // The JDK's loader follows links here, and its URLs have to be known again; not so further down
                    add(path.toRealPath());
                } catch (IOException unreadable) {
                    skipped(path, unreadable);
                }
            }
        }
    }

    private void add(Path entry) throws IOException {
        URL url = entry.toUri().toURL();
        if (!Files.exists(entry) || !add(url) || Files.isDirectory(entry)) {
            return;
        }
        try {
            addManifestClassPath(entry);
        } catch (IOException unreadable) {
            locations.remove(url.toString());
            skipped(entry, unreadable);
        }
    }

    private boolean add(URL location) {
        return locations.putIfAbsent(location.toString(), location) == null;
    }

    private static void skipped(Path entry, Exception why) {
        logger.warn("Class path entry '{}' can't be read and is not shared", entry.getFileName(), why);
    }

    private void addManifestClassPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (classPath == null || classPath.isBlank()) {
                return;
            }
            for (String reference : classPath.strip().split("\\s+", -1)) {
                addReference(jar, reference);
            }
        }
    }

    private void addReference(Path jar, String reference) throws IOException {
        try {
            URI target = jar.toUri().resolve(reference);
            if ("file".equals(target.getScheme())) {
                add(Path.of(target));
            }
        } catch (IllegalArgumentException malformed) {
            // The JDK's loader passes over it too
            skipped(jar, malformed);
        }
    }
}
