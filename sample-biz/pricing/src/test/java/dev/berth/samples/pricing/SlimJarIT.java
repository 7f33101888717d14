package dev.berth.samples.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Opens the jar that the build made. */
class SlimJarIT {

    private static final String LIBRARIES = "BERTH-INF/lib/";

    private final File slim = new File(System.getProperty("slim.jar"));

    @Test
    void slimJarBringsJustTheLibraryThatTheBaseLacks() throws IOException {
        try (JarFile jar = new JarFile(slim)) {
            assertThat(nested(jar)).extracting(JarEntry::getName).containsExactly(LIBRARIES + "fastcsv-4.0.0.jar");
        }
    }

    @Test
    void slimJarListsWhatTheBaseIsToProvide() throws IOException {
        try (JarFile jar = new JarFile(slim)) {
            // When
            String declared = jar.getManifest().getMainAttributes().getValue("Berth-Libraries");

            // Then
            assertThat(Arrays.stream(declared.split(",")).map(SlimJarIT::withoutVersion))
                    .contains("org.springframework:spring-webmvc", "org.springframework.boot:spring-boot-webmvc")
                    .contains("tools.jackson.core:jackson-databind", "org.apache.tomcat.embed:tomcat-embed-core")
                    .contains("org.hibernate.validator:hibernate-validator", "org.slf4j:slf4j-api")
                    .noneMatch(library -> library.contains("starter"))
                    .noneMatch(library -> library.contains("fastcsv"))
                    .noneMatch(library -> library.contains("assertj"))
                    .doesNotContain("org.springframework:spring-orm");
        }
    }

    @Test
    void slimJarTellsWhoItIs() throws IOException {
        try (JarFile jar = new JarFile(slim)) {
            // When
            Attributes manifest = jar.getManifest().getMainAttributes();

            // Then
            assertThat(manifest.getValue("Berth-Biz-Name")).isEqualTo("pricing");
            assertThat(manifest.getValue("Berth-Biz-Version")).isEqualTo("1.0.0");
            assertThat(manifest.getValue("Start-Class")).isEqualTo(PricingApplication.class.getName());
            assertThat(manifest.getValue("Berth-Context-Path")).isNull();
            assertThat(manifest.getValue("Berth-Plugin-Version")).isNotBlank();
        }
    }

    @Test
    void slimJarHasTheClassesAtItsRootAndIsSmall() throws IOException {
        try (JarFile jar = new JarFile(slim)) {
            // When
            long ofLibraries = nested(jar).stream().mapToLong(JarEntry::getSize).sum();

            // Then
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("dev/berth/samples/pricing/PricingApplication.class", "application.yaml")
                    .contains("rules/list-prices.csv");
            assertThat(slim.length() - ofLibraries).isLessThan(100_000);
        }
    }

    private static List<JarEntry> nested(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(LIBRARIES))
                .toList();
    }

    private static String withoutVersion(String library) {
        return library.substring(0, library.lastIndexOf(':'));
    }
}
