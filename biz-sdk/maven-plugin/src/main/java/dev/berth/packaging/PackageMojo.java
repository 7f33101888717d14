package dev.berth.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Packages a module as a slim biz jar: its classes, and only those of its libraries that the base lacks.
 *
 * <p>The jar is attached with the classifier {@code biz}, beside whatever else the build makes. After a failure there
 * is none.
 */
@Mojo(
        name = "package",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class PackageMojo extends AbstractMojo {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CONTEXT_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9_~.-]+)+");

    @Component
    private RepositorySystem repositorySystem;

    @Component
    private MavenProjectHelper projectHelper;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession repositorySession;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    /** The base that the jar is meant for: coordinates, the path of its executable jar, or nothing for the default. */
    @Parameter(property = "berth.base")
    private @Nullable String base;

    /** The biz's name. */
    @Parameter(property = "berth.name", defaultValue = "${project.artifactId}", required = true)
    private String name;

    /** The class whose main method starts the biz; found if there is just one. */
    @Parameter(property = "berth.main-class")
    private @Nullable String mainClass;

    /** The path under which the base serves the biz, if it is not its name. */
    @Parameter(property = "berth.context-path")
    private @Nullable String contextPath;

    /**
     * The calls that the biz must answer before it receives others, such as {@code /items 200, /health}: paths relative
     * to its context path, each with the status it must answer with, or none for any from 200 to 299.
     */
    @Parameter(property = "berth.warm-up")
    private @Nullable String warmUp;

    /**
     * The packages that the biz takes from plugins of the base rather than from its own jars, such as
     * {@code com.acme.sdk,com.acme.other.*}, where the star stands for all below.
     */
    @Parameter(property = "berth.import-packages")
    private @Nullable String importPackages;

    /** Whether to make no slim jar. */
    @Parameter(property = "berth.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classesDirectory;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project.build.finalName}", readonly = true, required = true)
    private String finalName;

    /** The time of every entry of the jar, so that builds can be repeated byte for byte. */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip || project.getPackaging().equals("pom")) {
            getLog().info("No slim biz jar is made here");
            return;
        }
        checkParameters();
        BaseLibraries provided = new BaseLocator(
                        repositorySystem, repositorySession, project.getRemoteProjectRepositories(), pluginVersion)
                .locate(text(base));
        List<Library> libraries = ModuleLibraries.of(project.getArtifacts());
        SlimPlan plan = SlimPlan.of(libraries, provided);
        plan.requireFit(provided.name());
        Path target = outputDirectory.toPath().resolve(finalName + "-biz.jar");
        try {
            write(plan, target);
            projectHelper.attachArtifact(project, "jar", "biz", target.toFile());
            report(plan, provided, libraries, target);
        } catch (IOException e) {
            throw new MojoExecutionException("The slim jar can't be written: " + e.getMessage(), e);
        }
    }

    private void write(SlimPlan plan, Path target) throws IOException, MojoExecutionException {
        Path classes = classesDirectory.toPath();
        BizManifest manifest = new BizManifest(
                name,
                project.getVersion(),
                StartClass.find(text(mainClass), classes),
                Optional.ofNullable(contextPath),
                warmUp == null ? Optional.empty() : Optional.of(WarmUpCalls.parse(warmUp)),
                ImportedPackages.parse(text(importPackages)),
                plan.shared(),
                pluginVersion);
        new SlimJar(EntryTime.of(text(outputTimestamp)))
                .classes(classes)
                .libraries(
                        plan.brought().stream().map(SlimPlan.Mismatch::library).toList())
                .write(manifest.manifest(), target);
    }

    private void checkParameters() throws MojoExecutionException {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new MojoExecutionException(
                    "'" + name + "' is not a name for a biz. Use 1 to 64 letters, digits, dots,"
                            + " dashes or underscores, starting with a letter or a digit.");
        }
        if (contextPath != null && !CONTEXT_PATH.matcher(contextPath).matches()) {
            throw new MojoExecutionException(
                    "'" + contextPath + "' is not a context path for a biz. Write it as /name, without a slash at"
                            + " the end. The root belongs to the base.");
        }
        if (!classesDirectory.isDirectory()) {
            throw new MojoExecutionException(
                    "The module has no classes. Add a @SpringBootApplication class with a main method.");
        }
    }

    private void report(SlimPlan plan, BaseLibraries provided, List<Library> libraries, Path target)
            throws IOException {
        Optional<Long> repackaged = StockSize.ofRepackaged(project);
        long stock =
                repackaged.isPresent() ? repackaged.get() : StockSize.ofParts(classesDirectory.toPath(), libraries);
        getLog().info("Slim biz '" + name + "' " + project.getVersion() + " for " + provided.name());
        getLog().info("  stock jar " + (repackaged.isPresent() ? "" : "about ") + StockSize.text(stock) + ", "
                + libraries.size() + " libraries");
        getLog().info("  slim jar  " + StockSize.text(Files.size(target)) + ", "
                + plan.shared().size() + " libraries from the base, "
                + plan.brought().size() + " of its own");
        plan.brought().forEach(library -> getLog().info("    brings " + library));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
