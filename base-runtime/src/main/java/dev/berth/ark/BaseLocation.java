package dev.berth.ark;

import dev.berth.artifact.LibraryCoordinates;
import dev.berth.artifact.LibraryFacts;
import dev.berth.artifact.LibraryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * One jar or folder of the base's class path.
 *
 * @param index its place in the class path
 * @param root how the URLs of its resources begin
 * @param facts what it is and which packages it has, where it is a jar; a folder of classes is the application's own
 * @param directories the folders in it, with slashes and without one at the end
 */
record BaseLocation(int index, String root, Optional<LibraryFacts> facts, Set<String> directories) {

    private static final String OWN_ARTIFACT = "base-runtime";

    static BaseLocation read(int index, URL url) {
        try {
            String spec = url.toString();
            if (spec.startsWith("file:") && Files.isDirectory(Path.of(URI.create(spec)))) {
                return folder(index, spec, Path.of(URI.create(spec)));
            }
            if (spec.startsWith("jar:") && spec.endsWith("/classes/!/")) {
                return jar(index, url, spec, false);
            }
            return spec.startsWith("jar:")
                    ? jar(index, url, spec, true)
                    : jar(index, URI.create("jar:" + spec + "!/").toURL(), "jar:" + spec + "!/", true);
        } catch (IOException failure) {
            throw new UncheckedIOException("A jar of the base can't be read", failure);
        }
    }

    private static BaseLocation folder(int index, String spec, Path folder) throws IOException {
        Set<String> directories = new HashSet<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.filter(Files::isDirectory)
                    .forEach(path ->
                            directories.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        return new BaseLocation(index, spec, Optional.empty(), Set.copyOf(directories));
    }

    private static BaseLocation jar(int index, URL url, String root, boolean library) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            Set<String> directories = new HashSet<>();
            directories.add("");
            jar.versionedStream().forEach(entry -> Directories.addParents(entry.getName(), directories));
            Optional<LibraryFacts> facts =
                    library ? Optional.of(LibraryReader.read(jar, fileName(root))) : Optional.empty();
            return new BaseLocation(index, root, facts, Set.copyOf(directories));
        }
    }

    /** Opens the jar that this location is. */
    JarFile open() throws IOException {
        JarURLConnection connection =
                (JarURLConnection) URI.create(root).toURL().openConnection();
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private static String fileName(String root) {
        String path = root.substring(0, root.lastIndexOf("!/"));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells whether a biz may share it: a library, and not Berth itself. */
    boolean shareable() {
        return facts.map(LibraryFacts::coordinates)
                .map(LibraryCoordinates::artifact)
                .filter(artifact -> !artifact.equals(OWN_ARTIFACT))
                .isPresent();
    }
}
