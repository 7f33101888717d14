package dev.berth.packaging;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Finds a base by what the user calls it: nothing, Maven coordinates, or a file.
 *
 * @param system Maven's resolver
 * @param session the build's session
 * @param repositories where the module's own libraries come from
 * @param pluginVersion the version of this plugin and of its default base
 */
record BaseLocator(
        RepositorySystem system,
        RepositorySystemSession session,
        List<RemoteRepository> repositories,
        String pluginVersion) {

    BaseLocator {
        repositories = List.copyOf(repositories);
    }

    /**
     * Finds what a base provides.
     *
     * @param base {@code group:artifact[:classifier]:version}, the path of an executable jar, or empty for the default
     * @throws MojoExecutionException if there is no such base
     */
    BaseLibraries locate(String base) throws MojoExecutionException {
        if (base.isBlank() || base.equals("dev.berth:base-runtime:exec:" + pluginVersion)) {
            return DefaultBase.read(pluginVersion);
        }
        File file = new File(base);
        if (file.isFile()) {
            return BaseJar.read(file.getName(), file.toPath());
        }
        return BaseJar.read(base, resolve(base));
    }

    private Path resolve(String base) throws MojoExecutionException {
        try {
            ArtifactRequest request = new ArtifactRequest(artifact(base), repositories, "biz");
            File file = system.resolveArtifact(session, request).getArtifact().getFile();
            return file.toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "The base '" + base + "' was not found. Build or deploy it first, or correct -Dberth.base.", e);
        }
    }

    static Artifact artifact(String base) throws MojoExecutionException {
        String[] parts = base.split(":", -1);
        if (parts.length < 3 || parts.length > 4 || List.of(parts).contains("")) {
            throw new MojoExecutionException("The base '" + base + "' is neither a file nor Maven coordinates."
                    + " Write it as group:artifact:version or group:artifact:classifier:version.");
        }
        String classifier = parts.length == 4 ? parts[2] : "";
        return new DefaultArtifact(parts[0], parts[1], classifier, "jar", parts[parts.length - 1]);
    }
}
