package dev.berth.artifact;

import dev.berth.error.BerthException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Finds out what a library is: its coordinates and its packages.
 *
 * <p>It reads a directory of entries and one or two small files, whatever the library's size.
 */
public final class LibraryReader {

    /** How much of a manifest or a pom.properties is read; signed jars have manifests of megabytes. */
    static final int HEAD_BYTES = 1 << 18;

    private static final String POM_FOLDER = "META-INF/maven/";
    private static final String POM_FILE = "/pom.properties";
    private static final String VERSIONS_FOLDER = "META-INF/versions/";

    private LibraryReader() {}

    /**
     * Reads a jar that is open, and leaves it open; jars opened by Spring Boot's loader are fine.
     *
     * @param jar the library
     * @param fileName its file name, without folders
     * @throws BerthException NOT_A_JAR when it can't be read
     */
    public static LibraryFacts read(JarFile jar, String fileName) {
        return facts(new OpenJar(jar), fileName);
    }

    /**
     * Reads a jar file or a directory of classes.
     *
     * @param jarOrDirectory where it is
     * @param fileName its file name, without folders
     * @throws BerthException NOT_A_JAR when it can't be read
     */
    public static LibraryFacts read(Path jarOrDirectory, String fileName) {
        if (Files.isDirectory(jarOrDirectory)) {
            return facts(new OpenDirectory(jarOrDirectory), fileName);
        }
        try (JarFile jar = new JarFile(jarOrDirectory.toFile(), false)) {
            return facts(new OpenJar(jar), fileName);
        } catch (IOException e) {
            throw unreadable(fileName, e);
        }
    }

    static LibraryFacts facts(JarContents contents, String fileName) {
        try {
            Names names = new Names();
            contents.forEachName(names::add);
            Attributes manifest = ManifestReader.mainAttributes(contents);
            List<PomCoordinates> poms = new ArrayList<>();
            for (String pom : names.poms) {
                PomCoordinates.of(pom).ifPresent(poms::add);
            }
            CoordinatesFinder finder = new CoordinatesFinder(fileName, manifest);
            Optional<PomCoordinates> pom = finder.choose(poms);
            LibraryCoordinates coordinates =
                    pom.isPresent() ? finder.fromPom(pom.get(), contents) : finder.fromManifestAndName();
            return new LibraryFacts(coordinates, names.packages);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(fileName, e);
        }
    }

    static boolean tellsCoordinates(String entryName) {
        return entryName.equals(JarFile.MANIFEST_NAME) || isPom(entryName);
    }

    static boolean isPom(String entryName) {
        return entryName.startsWith(POM_FOLDER) && entryName.endsWith(POM_FILE);
    }

    static BerthException unreadable(String fileName, Exception cause) {
        return Refusal.notAJar("The library " + Refusal.quoted(fileName) + " is no readable jar", cause);
    }

    /** Collects packages and poms; entries of one package follow each other, so most names cost one comparison. */
    private static final class Names {

        private final Set<String> packages = new HashSet<>();
        private final List<String> poms = new ArrayList<>();
        private String lastFolder = "";

        private void add(String name) {
            if (name.endsWith(".class")) {
                addPackage(name);
            } else if (isPom(name)) {
                poms.add(name);
            }
        }

        private void addPackage(String name) {
            int start = 0;
            if (name.startsWith(VERSIONS_FOLDER)) {
                start = name.indexOf('/', VERSIONS_FOLDER.length()) + 1;
            }
            int end = name.lastIndexOf('/');
            if (end <= start || (lastFolder.length() == end && name.startsWith(lastFolder))) {
                return;
            }
            lastFolder = name.substring(0, end);
            packages.add(name.substring(start, end).replace('/', '.'));
        }
    }
}
