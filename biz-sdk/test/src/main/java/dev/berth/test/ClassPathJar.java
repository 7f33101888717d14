package dev.berth.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Makes a stock jar of a module from the class path of its test: its folders of classes and its libraries.
 *
 * <p>A class path does not say what is on it for tests alone. What lies in a folder of test classes, and the libraries that
 * Spring Boot's test starter and JUnit consist of, are left out by their names; the folder of the application never is.
 */
final class ClassPathJar {

    private static final Pattern TEST_FOLDER = Pattern.compile("(^|.*[/\\\\])(test-classes|test)([/\\\\]?$)");
    private static final Pattern TEST_LIBRARY = Pattern.compile("(junit|opentest4j|apiguardian|mockito|assertj|hamcrest"
            + "|byte-buddy|objenesis|awaitility|json-path|json-smart|accessors-smart|jsonassert|xmlunit|android-json"
            + "|spring-test|spring-boot-test|spring-boot-starter-test|biz-test|base-runtime|surefire|jqwik|archunit)[-.].*"
            + "|junit-.*|mockito-.*|assertj-.*|byte-buddy-.*|surefire-.*|spring-boot-.*-test-.*|spring-boot-test-.*");
    private static final Pattern BOOT = Pattern.compile("spring-boot-(\\d.*)\\.jar");
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private ClassPathJar() {}

    /**
     * Writes the jar.
     *
     * @param application the class with the main
     * @param target where to write it
     */
    static Path write(Class<?> application, Path target) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .toList();
        Path own = Path.of(URI.create(BuildFolder.locationOf(application).toString()));
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest(application, classPath))) {
            for (Path entry : classPath) {
                if (Files.isDirectory(entry)) {
                    if (entry.equals(own)
                            || !TEST_FOLDER.matcher(entry.toString()).matches()) {
                        addFolder(jar, entry, target);
                    }
                } else if (!TEST_LIBRARY.matcher(entry.getFileName().toString()).matches()) {
                    addLibrary(jar, entry);
                }
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Manifest manifest(Class<?> application, List<Path> classPath) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Main-Class", "org.springframework.boot.loader.launch.JarLauncher");
        main.putValue("Start-Class", application.getName());
        main.putValue("Spring-Boot-Classes", CLASSES);
        main.putValue("Spring-Boot-Lib", LIBRARIES);
        bootVersion(classPath).ifPresent(version -> main.putValue("Spring-Boot-Version", version));
        return manifest;
    }

    private static Optional<String> bootVersion(List<Path> classPath) {
        return classPath.stream()
                .map(path -> BOOT.matcher(path.getFileName().toString()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static void addFolder(JarOutputStream jar, Path folder, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                // A folder above the build's own holds the very jar that is being written
                if (!name.equals(JarFile.MANIFEST_NAME) && !file.equals(target)) {
                    jar.putNextEntry(new ZipEntry(CLASSES + name));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
        }
    }

    /** A nested jar is stored as it is: a base reads it where it lies. */
    private static void addLibrary(JarOutputStream jar, Path library) throws IOException {
        ZipEntry entry = new ZipEntry(LIBRARIES + library.getFileName());
        CRC32 checksum = new CRC32();
        try (InputStream in = Files.newInputStream(library)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(library));
        entry.setCrc(checksum.getValue());
        jar.putNextEntry(entry);
        Files.copy(library, jar);
        jar.closeEntry();
    }
}
