package dev.berth.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryReaderTests {

    @TempDir
    Path folder;

    @Test
    void readTakesTheOnlyPom() {
        // When
        LibraryFacts facts =
                read(TinyJar.mavenLibrary("org.slf4j", "slf4j-api", "2.0.18", "org/slf4j/Logger"), "x.jar");

        // Then
        assertThat(facts.coordinates()).isEqualTo(LibraryCoordinates.of("org.slf4j", "slf4j-api", "2.0.18"));
        assertThat(facts.packages()).containsExactly("org.slf4j");
    }

    @Test
    void readWhenOthersAreShadedInTakesThePomOfTheFile() {
        // Given
        byte[] jar = TinyJar.jar()
                .entry("META-INF/maven/org.jctools/jctools-core/pom.properties", "version=4.0")
                .entry("META-INF/maven/io.netty/netty-common/pom.properties", "version=4.2.1.Final")
                .entry("META-INF/maven/io.netty/netty/pom.properties", "version=4")
                .bytes();

        // When / Then
        assertThat(read(jar, "netty-common-4.2.1.Final.jar").coordinates())
                .isEqualTo(LibraryCoordinates.of("io.netty", "netty-common", "4.2.1.Final"));
    }

    @Test
    void readWhenOnlyAShadedPomIsThereTrustsManifestAndFileName() {
        // Given
        byte[] jar = TinyJar.jar()
                .manifest("Implementation-Version", "7.0.9")
                .entry("META-INF/maven/org.objenesis/objenesis/pom.properties", "version=3.4")
                .bytes();

        // When / Then
        assertThat(read(jar, "spring-core-7.0.9.jar").coordinates().toString()).isEqualTo("spring-core:7.0.9");
    }

    @Test
    void readWhenPomHasNoVersionTakesThatOfTheFileName() {
        // Given
        byte[] jar = TinyJar.jar()
                .entry("META-INF/maven/a.b/c/pom.properties", "version=${revision}")
                .bytes();

        // When / Then
        assertThat(read(jar, "c-1.5.jar").coordinates()).isEqualTo(LibraryCoordinates.of("a.b", "c", "1.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "spring-boot-4.1.1.jar, Spring Boot, 4.1.1, spring-boot:4.1.1",
        "kotlin-stdlib-2.3.0.jar, kotlin-stdlib, 2.3.0-release-294, kotlin-stdlib:2.3.0",
        "log4j-1.2-api-2.25.5.jar, Apache Log4j 1.x Compatibility API, 2.25.5, log4j-1.2-api:2.25.5",
        "micrometer-commons-1.17.1.jar, io.micrometer#micrometer-commons;1.17.1, 1.17.1,"
                + " io.micrometer:micrometer-commons:1.17.1",
        "caffeine.jar, caffeine, 3.2.3, caffeine:3.2.3",
        "guava-33.5.0-jre.jar, Guava, 33, guava:33.5.0-jre",
        "odd.jar, Some prose here, 1.0, odd",
    })
    void readWithoutPomCutsTheFileName(String fileName, String title, String version, String expected) {
        assertThat(read(TinyJar.gradleLibrary(title, version), fileName)
                        .coordinates()
                        .toString())
                .isEqualTo(expected);
    }

    @Test
    void readWithoutAnyHintNamesTheFile() {
        // When
        LibraryFacts facts = read(TinyJar.jar().entry("a/B.class", "").bytes(), "thing.jar");

        // Then
        assertThat(facts.coordinates()).isEqualTo(new LibraryCoordinates(Optional.empty(), "thing", Optional.empty()));
    }

    @Test
    void readCountsMultiReleaseClassesToTheirPackage() {
        // Given
        byte[] jar = TinyJar.jar()
                .manifest("Multi-Release", "true")
                .entry("a/b/C.class", "")
                .entry("a/b/D.class", "")
                .entry("META-INF/versions/17/a/b/C.class", "")
                .entry("META-INF/versions/17/a/only17/C.class", "")
                .entry("Root.class", "")
                .entry("META-INF/versions/9/module-info.class", "")
                .entry("a/text/readme.txt", "")
                .bytes();

        // When / Then
        assertThat(read(jar, "x-1.jar").packages()).containsExactlyInAnyOrder("a.b", "a.only17");
    }

    @Test
    void readTakesADirectoryOfClasses() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("classes/a/b"));
        Files.createDirectories(folder.resolve("classes/META-INF"));
        Files.write(folder.resolve("classes/a/b/C.class"), TinyJar.classFile(61));
        Files.writeString(
                folder.resolve("classes/META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nImplementation-Title: contract\nImplementation-Version: 3\n\n");

        // When
        LibraryFacts facts = LibraryReader.read(folder.resolve("classes"), "classes");

        // Then
        assertThat(facts.packages()).containsExactly("a.b");
        assertThat(facts.coordinates().toString()).isEqualTo("contract:3");
    }

    @Test
    void readWhenFileIsNoJarRefuses() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("x.jar"), "no jar");

        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> LibraryReader.read(file, "x.jar"))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NOT_A_JAR);
                    assertThat(e.getMessage()).isEqualTo("The library 'x.jar' is no readable jar");
                });
    }

    @Test
    void readKnowsTheLibrariesOfThisClassPath() {
        // Given
        String springCore = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("spring-core-"))
                .findFirst()
                .orElseThrow();

        // When
        LibraryFacts facts = LibraryReader.read(
                Path.of(springCore), Path.of(springCore).getFileName().toString());

        // Then
        assertThat(facts.coordinates().artifact()).isEqualTo("spring-core");
        assertThat(facts.packages()).contains("org.springframework.core.io");
    }

    /** One library through each of the ways to look into it. */
    private LibraryFacts read(byte[] jar, String fileName) {
        try {
            LibraryFacts alone = LibraryReader.read(Files.write(folder.resolve("alone.jar"), jar), fileName);
            Path outer = Files.write(
                    folder.resolve("outer.jar"),
                    TinyJar.jar()
                            .entry("lib/x.jar", jar)
                            .entry("lib/packed", jar)
                            .bytes());
            try (JarFile open = new JarFile(outer.toFile())) {
                JarContents nested = NestedJar.open(open, open.getEntry("lib/x.jar"), ArchiveLimits.defaults())
                        .orElseThrow();
                JarContents streamed =
                        StreamedJar.read(open.getInputStream(open.getEntry("lib/packed")), ArchiveLimits.defaults());
                assertThat(LibraryReader.facts(nested, fileName)).isEqualTo(alone);
                assertThat(LibraryReader.facts(streamed, fileName)).isEqualTo(alone);
            }
            return alone;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
