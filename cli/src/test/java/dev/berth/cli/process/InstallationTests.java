package dev.berth.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.cli.error.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTests {

    @TempDir
    private Path root;

    @Test
    void jarsWhenBuiltAreToldFromTheirNeighbours() throws Exception {
        // Given
        Path base = file("base-runtime/target/base-runtime-0.1-exec.jar");
        file("base-runtime/target/base-runtime-0.1.jar");
        Path catalog = file("sample-biz/catalog/target/catalog-1.0.0.jar");
        file("sample-biz/catalog/target/catalog-1.0.0.jar.original");
        file("sample-biz/catalog/target/catalog-1.0.0-sources.jar");
        Path pricing = file("sample-biz/pricing/target/pricing-1.0.0-biz.jar");
        file("sample-biz/pricing/target/pricing-1.0.0.jar");

        // When
        Installation installation = new Installation(root, Path.of("java"));

        // Then
        assertThat(installation.baseJar()).isEqualTo(base);
        assertThat(installation.catalogJar()).isEqualTo(catalog);
        assertThat(installation.pricingJar()).isEqualTo(pricing);
    }

    @Test
    void baseJarWhenNotBuiltTellsHowToBuild() {
        // Given
        Installation installation = new Installation(root, Path.of("java"));

        // When / Then
        assertThatThrownBy(installation::baseJar)
                .isInstanceOfSatisfying(
                        CliException.class, error -> assertThat(error.remedy()).contains("BERTH_REBUILD=1"));
    }

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
