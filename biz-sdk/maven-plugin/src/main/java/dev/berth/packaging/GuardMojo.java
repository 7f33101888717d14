package dev.berth.packaging;

import dev.berth.agent.AgentJar;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the agent of a base into the executable jar of a base of one's own, so that a biz can't end it: a class at the root of
 * the jar and its name in the manifest.
 *
 * <p>It changes in place what {@code spring-boot-maven-plugin} has repackaged, so its execution stands behind that one in the
 * POM. A jar that has the agent already stays as it is; after a failure the jar is what it was.
 */
@Mojo(name = "guard", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class GuardMojo extends AbstractMojo {

    /** The classifier that the executable jar was made with, if it does not stand in the place of the module's own jar. */
    @Parameter(property = "berth.guard.classifier")
    private @Nullable String classifier;

    /** Whether to leave the jar as it is. */
    @Parameter(property = "berth.guard.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project.build.finalName}", readonly = true, required = true)
    private String finalName;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("The base's jar stays without the agent");
            return;
        }
        String suffix = classifier == null || classifier.isBlank() ? "" : "-" + classifier;
        complete(outputDirectory.toPath().resolve(finalName + suffix + ".jar"));
    }

    private void complete(Path jar) throws MojoExecutionException {
        if (!Files.isRegularFile(jar)) {
            throw new MojoExecutionException("There is no '" + jar.getFileName()
                    + "'. Let spring-boot-maven-plugin repackage the module before this goal, which stands behind it in the"
                    + " POM.");
        }
        try {
            boolean changed = AgentJar.complete(jar);
            getLog().info(jar.getFileName()
                    + (changed ? " has the base's agent now" : " has the base's agent already"));
        } catch (IllegalArgumentException unfit) {
            throw new MojoExecutionException(
                    unfit.getMessage()
                            + ". The goal completes what spring-boot-maven-plugin's goal 'repackage' has made.",
                    unfit);
        } catch (UncheckedIOException failure) {
            throw new MojoExecutionException(
                    "The agent can't be put into '" + jar.getFileName() + "': " + failure.getMessage(), failure);
        }
    }
}
