package dev.berth.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseLocatorTests {

    @TempDir
    private Path directory;

    @Test
    void locateWithoutANameGivesWhatTheDefaultBasePreloads() throws MojoExecutionException {
        // When
        BaseLibraries base = locator(Path.of("none")).locate("");

        // Then
        assertThat(base.name()).isEqualTo("the default base 1.0");
        assertThat(base.versionOf(wanted("org.springframework", "spring-webmvc")))
                .isPresent();
        assertThat(base.versionOf(wanted("org.hibernate.orm", "hibernate-core")))
                .isPresent();
        assertThat(base.versionOf(wanted("dev.berth", "biz-api"))).isPresent();
        assertThat(base.provided())
                .extracting(BaseLibraries.Provided::fileName)
                .noneMatch(name -> name.matches("(sofa-ark|guice|guava|spring-security|maven-resolver|junit).*"));
    }

    @Test
    void locateOfTheDefaultBaseByItsCoordinatesNeedsNoJar() throws MojoExecutionException {
        assertThat(locator(Path.of("none"))
                        .locate("dev.berth:base-runtime:exec:1.0")
                        .provided())
                .isNotEmpty();
    }

    @Test
    void locateOfAFileReadsItsNestedLibraries() throws Exception {
        // Given
        Path jar = baseJar();

        // When
        BaseLibraries base = locator(Path.of("none")).locate(jar.toString());

        // Then
        assertThat(base.versionOf(wanted("com.acme", "greetings"))).hasValue("2.1.0");
        assertThat(base.versionOf(wanted("org.acme", "greetings"))).isEmpty();
        assertThat(base.versionOf(wanted("org.springframework", "spring-core"))).hasValue("7.0.9");
    }

    @Test
    void locateOfCoordinatesAsksMaven() throws Exception {
        // Given
        BaseLocator locator = locator(baseJar());

        // When
        BaseLibraries base = locator.locate("com.acme:base:exec:1.0");

        // Then
        assertThat(base.name()).isEqualTo("com.acme:base:exec:1.0");
        assertThat(base.provided()).hasSize(2);
    }

    @Test
    void locateOfALibraryJarIsRefused() throws IOException {
        // Given
        Path jar = new TestJar().write(directory.resolve("library.jar"));

        // When, Then
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> locator(Path.of("none")).locate(jar.toString()))
                .withMessageContaining("'library.jar' is not an executable Spring Boot jar");
    }

    @Test
    void locateOfNeitherFileNorCoordinatesIsRefused() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> locator(Path.of("none")).locate("base.jar"))
                .withMessageContaining("'base.jar' is neither a file nor Maven coordinates");
    }

    @Test
    void artifactTakesAClassifierFromTheMiddle() throws MojoExecutionException {
        // When
        Artifact artifact = BaseLocator.artifact("com.acme:base:exec:1.0");

        // Then
        assertThat(artifact).hasToString("com.acme:base:jar:exec:1.0");
    }

    private Path baseJar() throws IOException {
        return new TestJar()
                .entry(
                        "BOOT-INF/lib/greetings-2.1.0.jar",
                        new TestJar().identity("com.acme", "greetings", "2.1.0").bytes())
                .entry("BOOT-INF/lib/spring-core-7.0.9.jar", new TestJar().bytes())
                .write(directory.resolve("base.jar"));
    }

    private static Coordinates wanted(String group, String artifact) {
        return new Coordinates(group, artifact, "1");
    }

    /** A locator whose Maven finds one jar, whatever it is asked for. */
    private static BaseLocator locator(Path found) {
        RepositorySystem system = (RepositorySystem) Proxy.newProxyInstance(
                BaseLocatorTests.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> result((ArtifactRequest) arguments[1], found));
        RepositorySystemSession session = new DefaultRepositorySystemSession();
        return new BaseLocator(system, session, List.of(), "1.0");
    }

    private static ArtifactResult result(ArtifactRequest request, Path found) {
        return new ArtifactResult(request).setArtifact(request.getArtifact().setFile(found.toFile()));
    }
}
