package dev.berth.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The libraries that travel inside the base-runtime jar, in {@code BERTH-INF/lib}.
 *
 * <p>A class loader can't read jars inside a jar inside an executable jar, so they are copied once to a folder of the
 * home that is named after their contents. The copy appears in one atomic step, so that a process that is killed
 * meanwhile leaves nothing that the next one would take for whole.
 */
final class RuntimeLibraries {

    private static final String INSIDE = "BERTH-INF/lib/";

    private RuntimeLibraries() {}

    /** Returns where the classes of Berth come from: a jar, one inside an executable jar, or a folder. */
    static URL ownLocation() {
        return RuntimeLibraries.class.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Returns the libraries as files, copying them into the home when they are not there yet. */
    static List<URL> provide(URL own, Path home) {
        try {
            if (own.getProtocol().equals("file") && own.getPath().endsWith("/")) {
                return urls(Path.of(own.toURI()).resolve(INSIDE));
            }
            try (JarFile jar = open(own)) {
                return urls(copy(jar, home.resolve("work").resolve("runtime")));
            }
        } catch (IOException failure) {
            throw new BaseStartException(
                    "STORAGE_FAILED",
                    "Berth's libraries could not be copied to the home of the base",
                    "Check that the home has free space and belongs to the user who runs the base.",
                    failure);
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("The location of the base-runtime jar is not a valid URL", failure);
        }
    }

    private static JarFile open(URL own) throws IOException, URISyntaxException {
        if (own.getProtocol().equals("file")) {
            return new JarFile(Path.of(own.toURI()).toFile());
        }
        String spec = own.toString();
        URL jar = spec.startsWith("jar:") ? own : new URI("jar:" + spec + (spec.endsWith("!/") ? "" : "!/")).toURL();
        JarURLConnection connection = (JarURLConnection) jar.openConnection();
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static Path copy(JarFile jar, Path parent) throws IOException {
        SortedMap<String, JarEntry> libraries = new TreeMap<>();
        jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(INSIDE) && entry.getName().endsWith(".jar"))
                .forEach(entry -> libraries.put(entry.getName().substring(INSIDE.length()), entry));
        Path target = parent.resolve(fingerprint(libraries));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(parent);
        Path incoming = Files.createTempDirectory(parent, ".incoming-");
        try {
            for (var library : libraries.entrySet()) {
                try (InputStream content = jar.getInputStream(library.getValue())) {
                    Files.copy(content, incoming.resolve(library.getKey()));
                }
            }
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException lost) {
            delete(incoming);
            if (!Files.isDirectory(target)) {
                throw lost;
            }
        } catch (IOException failure) {
            delete(incoming);
            throw failure;
        }
        return target;
    }

    private static String fingerprint(SortedMap<String, JarEntry> libraries) {
        CRC32 contents = new CRC32();
        libraries.forEach((name, entry) -> {
            String line = name + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
            contents.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
        return Long.toHexString(contents.getValue());
    }

    private static List<URL> urls(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
