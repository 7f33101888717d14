package dev.berth.packaging;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that a module needs when it runs.
 *
 * <p>They are those that spring-boot-maven-plugin packages: compile, runtime and provided scope, nothing optional, no
 * starter, no annotation processor, no development tool.
 */
final class ModuleLibraries {

    private static final Set<String> SCOPES = Set.of("compile", "runtime", "provided");
    private static final Set<String> DEVELOPMENT_TOOLS = Set.of(
            "spring-boot-devtools", "spring-boot-docker-compose", "spring-boot-configuration-processor", "lombok");

    private ModuleLibraries() {}

    /**
     * Picks the libraries among a module's resolved artifacts, in their order.
     *
     * @throws MojoExecutionException if one of them has no jar
     */
    static List<Library> of(Collection<Artifact> artifacts) throws MojoExecutionException {
        List<Library> libraries = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            if (isNeeded(artifact) && !isLeftOut(jar(artifact))) {
                libraries.add(library(artifact));
            }
        }
        return libraries;
    }

    private static boolean isNeeded(Artifact artifact) {
        return SCOPES.contains(artifact.getScope())
                && !artifact.isOptional()
                && artifact.getArtifactHandler().isAddedToClasspath()
                && !DEVELOPMENT_TOOLS.contains(artifact.getArtifactId());
    }

    private static Library library(Artifact artifact) throws MojoExecutionException {
        Coordinates coordinates =
                new Coordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
        Optional<String> classifier =
                Optional.ofNullable(artifact.getClassifier()).filter(text -> !text.isEmpty());
        return new Library(coordinates, classifier, jar(artifact).toPath());
    }

    private static File jar(Artifact artifact) throws MojoExecutionException {
        @Nullable File file = artifact.getFile();
        if (file == null || !file.isFile()) {
            throw new MojoExecutionException("The library '" + artifact.getGroupId() + ":" + artifact.getArtifactId()
                    + "' has not been packaged yet. Run the build up to the phase 'package'.");
        }
        return file;
    }

    /** Spring Boot marks the jars that an application doesn't need, such as its starters. */
    private static boolean isLeftOut(File file) throws MojoExecutionException {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue("Spring-Boot-Jar-Type") != null;
        } catch (IOException e) {
            throw new MojoExecutionException("The library '" + file.getName() + "' can't be read", e);
        }
    }
}
