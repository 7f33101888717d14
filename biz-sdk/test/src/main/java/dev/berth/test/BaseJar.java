package dev.berth.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The executable jar of the default base, which travels on the test's class path as one file in a jar.
 *
 * <p>No class path opens it. Its classes and libraries are unpacked once and run in a loader that sees the JDK and nothing
 * of the test.
 */
final class BaseJar {

    /** Names another jar of a base, such as one's own; a base takes all properties below "berth." for settings of its own. */
    static final String PROPERTY = "berth-test.base";

    private static final String RESOURCE = "dev/berth/test/base/base.jar";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final URL jar;

    private BaseJar(URL jar) {
        this.jar = jar;
    }

    /** Finds the jar. */
    static BaseJar find() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(BaseJar::named)
                .or(() -> Optional.ofNullable(BaseJar.class.getClassLoader().getResource(RESOURCE)))
                .map(BaseJar::new)
                .orElseThrow(() -> new TestKitException("The jar of the base is not on the class path of the test."
                        + " Use dev.berth:biz-test with its dependencies, in a phase after package where they are built"
                        + " together, or name a base's executable jar with -D" + PROPERTY + "=…"));
    }

    private static URL named(String name) {
        Path jar = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new TestKitException("The property " + PROPERTY + " names '" + name + "', which is no file");
        }
        return url(jar);
    }

    /**
     * Unpacks the jar, unless that was done before, and makes a loader of it.
     *
     * @param work where to unpack it; a later call with the same folder and jar takes what is there
     * @param more a location that the loader sees beside the jar's content
     */
    URLClassLoader loader(Path work, URL more) {
        try {
            Path unpacked = unpacked(work);
            List<URL> locations = new ArrayList<>();
            locations.add(url(unpacked.resolve("classes")));
            try (Stream<Path> libraries = Files.list(unpacked.resolve("lib"))) {
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

    private Path unpacked(Path work) throws IOException {
        URLConnection connection = jar.openConnection();
        // The cache of the JDK would keep the jar open
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            Path unpacked =
                    work.resolve("base-" + connection.getContentLengthLong() + "-" + connection.getLastModified());
            if (!Files.isDirectory(unpacked)) {
                unpack(in, Files.createDirectories(work), unpacked);
            }
            return unpacked;
        }
    }

    /** In one step at the end, so that a test that was killed leaves nothing that the next one takes for whole. */
    private static void unpack(InputStream jar, Path work, Path target) throws IOException {
        Path incoming = Files.createTempDirectory(work, ".incoming-");
        try {
            Files.createDirectories(incoming.resolve("lib"));
            ZipInputStream zip = new ZipInputStream(new BufferedInputStream(jar));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Optional<Path> place = place(incoming, entry);
                if (place.isPresent()) {
                    Files.createDirectories(place.get().getParent());
                    Files.copy(zip, place.get());
                }
            }
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            // Another test may have been first
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        } finally {
            BuildFolder.delete(incoming);
        }
    }

    private static Optional<Path> place(Path folder, ZipEntry entry) {
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
