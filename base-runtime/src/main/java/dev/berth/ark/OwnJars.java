package dev.berth.ark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The class path of one revision and the folders in it.
 *
 * <p>The folders tell in no time that a name can't be there, which is what most look-ups of a starting application end in.
 */
final class OwnJars {

    private final List<Path> classPath;
    private final Set<String> directories;
    private final Set<String> ofLibraries;

    private OwnJars(List<Path> classPath, Set<String> directories, Set<String> ofLibraries) {
        this.classPath = classPath;
        this.directories = directories;
        this.ofLibraries = ofLibraries;
    }

    /** Reads the folders of jars and directories. */
    static OwnJars of(List<Path> classPath) {
        Set<String> directories = new HashSet<>();
        Set<String> ofLibraries = new HashSet<>();
        try {
            for (Path entry : classPath) {
                if (Files.isDirectory(entry)) {
                    addFolder(entry, directories);
                } else {
                    addJar(entry, ofLibraries);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A jar of the biz can't be read", failure);
        }
        directories.addAll(ofLibraries);
        return new OwnJars(classPath, Set.copyOf(directories), Set.copyOf(ofLibraries));
    }

    private static void addFolder(Path folder, Set<String> directories) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.filter(Files::isDirectory)
                    .forEach(path ->
                            directories.add(folder.relativize(path).toString().replace('\\', '/')));
        }
    }

    private static void addJar(Path jar, Set<String> directories) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion())) {
            directories.add("");
            file.versionedStream().forEach(entry -> Directories.addParents(entry.getName(), directories));
        }
    }

    URL[] urls() {
        return classPath.stream().map(OwnJars::url).toArray(URL[]::new);
    }

    /** Returns the folders of the libraries. */
    Set<String> ofLibraries() {
        return ofLibraries;
    }

    boolean hasDirectory(String directory) {
        return directories.contains(directory);
    }

    /** Tells whether the biz's own classes, not its libraries, have a folder. */
    boolean classesHave(String directory) {
        return Files.isDirectory(classPath.get(0).resolve(directory));
    }

    /** Tells whether a resource of that name can be there; a folder counts as a resource. */
    boolean mayHave(String name) {
        return directories.contains(Directories.parent(name)) || directories.contains(Directories.withoutSlash(name));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A file has no URL", impossible);
        }
    }
}
