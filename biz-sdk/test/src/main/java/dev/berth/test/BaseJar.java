package dev.berth.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The executable jar of the default base, which travels on the test's class path.
 *
 * <p>Its classes and libraries lie in {@code BOOT-INF}, where no class path sees them. They are unpacked once and run in a
 * loader that sees the JDK and nothing of the test.
 */
final class BaseJar {

    /** Says where the jar is when it is not on the class path, as in an IDE that knows modules and no jars. */
    static final String PROPERTY = "berth.test.base";

    private static final String MAIN = "dev.berth.standalone.DefaultBase";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Path jar;

    private BaseJar(Path jar) {
        this.jar = jar;
    }

    /** Finds the jar. */
    static BaseJar find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            Path jar = Path.of(named).toAbsolutePath();
            if (!Files.isRegularFile(jar)) {
                throw new TestKitException("The property " + PROPERTY + " names '" + named + "', which is no file");
            }
            return new BaseJar(jar);
        }
        return onClassPath()
                .orElseThrow(() -> new TestKitException("The jar of the base is not on the class path of the test."
                        + " Use dev.berth:biz-test with its dependencies, or name the jar (base-runtime-…-exec.jar) with -D"
                        + PROPERTY + "=…"));
    }

    private static Optional<BaseJar> onClassPath() {
        try {
            List<URL> manifests =
                    Collections.list(BaseJar.class.getClassLoader().getResources(JarFile.MANIFEST_NAME));
            for (URL manifest : manifests) {
                if (manifest.getProtocol().equals("jar") && MAIN.equals(startClass(manifest))) {
                    String file = manifest.getPath();
                    return Optional.of(new BaseJar(Path.of(URI.create(file.substring(0, file.lastIndexOf("!/"))))));
                }
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable String startClass(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes().getValue("Start-Class");
        }
    }

    /**
     * Unpacks the jar, unless that was done before, and makes a loader of it.
     *
     * @param work where to unpack it; a later call with the same folder and jar takes what is there
     * @param more a location that the loader sees beside the jar's content
     */
    URLClassLoader loader(Path work, URL more) {
        try {
            Path unpacked = work.resolve("base-" + Files.size(jar) + "-"
                    + Files.getLastModifiedTime(jar).toMillis());
            if (!Files.isDirectory(unpacked)) {
                unpack(work, unpacked);
            }
            List<URL> locations = new ArrayList<>();
            locations.add(url(unpacked.resolve("classes")));
            try (var libraries = Files.list(unpacked.resolve("lib"))) {
                libraries.sorted().map(BaseJar::url).forEach(locations::add);
            }
            locations.add(more);
            return new URLClassLoader("base", locations.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (IOException failure) {
            throw new TestKitException(
                    "The base could not be unpacked to '" + work + "'; check that there are 200 MB of free space",
                    failure);
        }
    }

    /** In one step at the end, so that a test that was killed leaves nothing that the next one takes for whole. */
    private void unpack(Path work, Path target) throws IOException {
        Path incoming = Files.createTempDirectory(Files.createDirectories(work), ".incoming-");
        Files.createDirectories(incoming.resolve("lib"));
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                Optional<Path> place = place(incoming, entry);
                if (place.isPresent()) {
                    Files.createDirectories(place.get().getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, place.get());
                    }
                }
            }
        }
        if (!Files.isDirectory(target)) {
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Optional<Path> place(Path folder, JarEntry entry) {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return Optional.empty();
        }
        if (name.startsWith(CLASSES)) {
            return Optional.of(folder.resolve("classes").resolve(name.substring(CLASSES.length())));
        }
        if (name.startsWith("META-INF/")) {
            // Spring Boot's packaging leaves these outside, where its launcher sees them
            return Optional.of(folder.resolve("classes").resolve(name));
        }
        return name.startsWith(LIBRARIES)
                ? Optional.of(folder.resolve("lib").resolve(name.substring(LIBRARIES.length())))
                : Optional.empty();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
