package dev.berth.packaging;

import dev.berth.packaging.BaseLibraries.Provided;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads what a base provides from its executable jar. */
final class BaseJar {

    private static final String LIBRARIES = "BOOT-INF/lib/";

    private BaseJar() {}

    /**
     * Lists the nested libraries.
     *
     * @param name how the base is called in messages
     * @param file its executable jar
     * @throws MojoExecutionException if the jar can't be read or nests no library
     */
    static BaseLibraries read(String name, Path file) throws MojoExecutionException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> nested = jar.stream()
                    .filter(entry -> entry.getName().startsWith(LIBRARIES)
                            && entry.getName().endsWith(".jar"))
                    .toList();
            if (nested.isEmpty()) {
                throw new MojoExecutionException("The base '" + name + "' is not an executable Spring Boot jar."
                        + " Name the jar that spring-boot-maven-plugin repackaged, with its classifier if it has one.");
            }
            List<Provided> provided = new ArrayList<>();
            for (JarEntry entry : nested) {
                String fileName = entry.getName().substring(LIBRARIES.length());
                provided.add(new Provided(group(jar, entry, fileName), fileName));
            }
            return new BaseLibraries(name, provided);
        } catch (IOException e) {
            throw new MojoExecutionException("The base '" + name + "' can't be read: " + e.getMessage(), e);
        }
    }

    /** Most libraries of Maven's making carry their group; those of Gradle's don't. */
    private static Optional<String> group(JarFile jar, JarEntry library, String fileName) throws IOException {
        try (InputStream in = jar.getInputStream(library);
                JarInputStream nested = new JarInputStream(in)) {
            for (JarEntry entry = nested.getNextJarEntry(); entry != null; entry = nested.getNextJarEntry()) {
                if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
                    Properties identity = new Properties();
                    identity.load(nested);
                    String expected =
                            identity.getProperty("artifactId") + "-" + identity.getProperty("version") + ".jar";
                    if (expected.equals(fileName)) {
                        return Optional.ofNullable(identity.getProperty("groupId"));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
