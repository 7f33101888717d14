package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLibrariesTests {

    @TempDir
    private Path directory;

    @Test
    void takesWhatSpringBootWouldPackage() throws Exception {
        // Given
        Artifact optional = artifact("optional", "compile");
        optional.setOptional(true);
        List<Artifact> artifacts = List.of(
                artifact("compiled", "compile"),
                artifact("driver", "runtime"),
                artifact("container", "provided"),
                artifact("testing", "test"),
                artifact("local", "system"),
                artifact("spring-boot-devtools", "runtime"),
                artifact("lombok", "provided"),
                optional);

        // When
        List<Library> libraries = ModuleLibraries.of(artifacts);

        // Then
        assertThat(libraries)
                .extracting(library -> library.coordinates().artifact())
                .containsExactly("compiled", "driver", "container");
    }

    @Test
    void leavesOutTheJarsThatSpringBootMarks() throws Exception {
        // Given
        Artifact starter = artifact("starter", "compile");
        new TestJar()
                .attribute("Spring-Boot-Jar-Type", "dependencies-starter")
                .write(starter.getFile().toPath());

        // When
        List<Library> libraries = ModuleLibraries.of(List.of(starter));

        // Then
        assertThat(libraries).isEmpty();
    }

    @Test
    void libraryWithoutAJarIsRefused() throws IOException {
        // Given
        Artifact sibling = artifact("sibling", "compile");
        sibling.setFile(directory.toFile());

        // When, Then
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> ModuleLibraries.of(List.of(sibling)))
                .withMessageContaining("'com.acme:sibling' has not been packaged yet");
    }

    private Artifact artifact(String name, String scope) throws IOException {
        DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
        handler.setAddedToClasspath(true);
        Artifact artifact = new DefaultArtifact("com.acme", name, "1.0", scope, "jar", "", handler);
        artifact.setFile(new TestJar().write(directory.resolve(name + ".jar")).toFile());
        return artifact;
    }
}
